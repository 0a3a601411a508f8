#include "helper/sync/settle.h"

#include <algorithm>

#include "core/sync/lost.h"
#include "core/sync/merge.h"
#include "helper/sync/base_of.h"
#include "helper/sync/elsewhere.h"
#include "helper/sync/failures.h"
#include "helper/sync/unreadable.h"

namespace goodturn::helper {
namespace {

/// A row of the change log, with the text that was agreed on before.
Result<void> log_write(World& world, const sync::Intent& intent, std::string after) {
  const auto base = world.store.base(intent.collection, intent.href);
  if (!base) return fail(base.error());
  return keep_write(world, intent, *base ? (*base)->text : std::string(), std::move(after));
}

class Ending {
 public:
  Ending(World& world, Items& items, const sync::Intent& intent)
      : world_(world), items_(items), intent_(intent) {}

  Result<void> removed() {
    if (auto logged = log_write(world_, intent_, ""); !logged) return logged;
    // An item that came back meanwhile has no base then and is created again.
    return world_.store.remove_base(intent_.collection, intent_.href);
  }

  /// Deleted by somebody who saw it: then it was agreed on for a moment.
  Result<void> gone_at_once() {
    if (auto logged = log_write(world_, intent_, intent_.text); !logged) return logged;
    const sync::RemoteItem sent{intent_.href, Etag(), intent_.text};
    return world_.store.put_base(base_of(intent_.collection, sent));
  }

  Result<void> kept(const sync::RemoteItem& remote) {
    if (auto logged = log_write(world_, intent_, remote.text); !logged) return logged;
    if (auto moved = keep_under(world_, items_, intent_.collection, intent_.href, remote.href); !moved)
      return moved;
    const auto item = world_.store.item(intent_.collection, remote.href);
    if (!item) return fail(item.error());
    const Received received(remote);
    auto missing = sync::dropped(intent_.text, remote.text);
    const bool faithful = missing.empty() && sync::dropped(remote.text, intent_.text).empty();
    if (!missing.empty())
      if (auto told = keep_values(world_, intent_.collection, remote.href, std::move(missing)); !told)
        return told;
    if (!*item) return deleted_meanwhile(received, faithful);
    if ((*item)->text == intent_.text)
      return keep_agreed(world_, items_, intent_.collection, received, &(*item)->text);
    return edited_meanwhile(received, **item);
  }

 private:
  /// The deletion is sent next. What the server shows may be an edit of somebody else, which the deletion
  /// must not take along: then what we sent is the base, and the edit wins.
  Result<void> deleted_meanwhile(const Received& received, bool faithful) {
    if (faithful) return world_.store.put_base(received.base(intent_.collection));
    const sync::RemoteItem sent{received.remote.href, Etag(), intent_.text};
    return world_.store.put_base(base_of(intent_.collection, sent));
  }

  Result<void> edited_meanwhile(const Received& received, sync::Item item) {
    sync::Merged merged = sync::merge(intent_.text, item.text, received.remote.text);
    if (auto told =
            keep_values(world_, intent_.collection, received.remote.href, std::move(merged.conflicts));
        !told)
      return told;
    if (auto stored = world_.store.put_base(received.base(intent_.collection)); !stored) return stored;
    item.text = std::move(merged.text);
    return items_.put(item);
  }

  World& world_;
  Items& items_;
  const sync::Intent& intent_;
};

bool has_row(const std::vector<sync::ConflictRow>& rows, const sync::ConflictRow& one) {
  return std::any_of(rows.begin(), rows.end(), [&](const sync::ConflictRow& row) {
    return row.property == one.property && row.local_line == one.local_line;
  });
}

/// Whether `present` holds every value that was sent, and none that the sending took away: then it is what
/// was sent with something added, by the server or by somebody who saw it.
bool contains(const std::string& base, const std::string& sent, const std::string& present) {
  if (!sync::dropped(sent, present).empty() || same_meaning(base, present)) return false;
  const auto taken_away = sync::dropped(base, sent);
  const auto missing = sync::dropped(base, present);
  return std::all_of(taken_away.begin(), taken_away.end(),
                     [&](const sync::ConflictRow& row) { return has_row(missing, row); });
}

/// Whether the resource, as it is now, shows that the request was carried out.
Result<bool> arrived(World& world, const sync::Intent& intent,
                     const std::optional<sync::RemoteItem>& present) {
  if (intent.kind == sync::IntentKind::remove) return !present;
  if (!present) return false;
  if (same_meaning(present->text, intent.text)) return true;
  const auto base = world.store.base(intent.collection, intent.href);
  if (!base) return fail(base.error());
  return contains(*base ? (*base)->text : std::string(), intent.text, present->text);
}

Result<void> settle_one(World& world, const sync::Intent& intent,
                        const std::optional<sync::RemoteItem>& present) {
  const auto done = arrived(world, intent, present);
  if (!done) return fail(done.error());
  if (*done && intent.kind != sync::IntentKind::remove) return end_write(world, intent, present);
  // The base of a deletion is left to the listing: the resource may also stand under another name now, and
  // then it is still to be deleted.
  if (*done)
    if (auto logged = log_write(world, intent, ""); !logged) return logged;
  return world.store.remove_intent(intent.id);
}

/// The resource of an intent. `alone`: no listing follows that would show a new item under the name that the
/// server gave it, so that one is looked for.
Result<std::optional<sync::RemoteItem>> read_resource(World& world, RemoteCollection& remote,
                                                      const sync::Intent& intent, bool alone) {
  auto present = read_one(remote, intent.href);
  if (!alone || !present || *present || intent.kind != sync::IntentKind::create) return present;
  const Uid uid(text::uid_of(text::Document::parse(intent.text)));
  if (uid.empty()) return present;
  auto found = find_elsewhere(world, remote, intent.collection, {uid});
  if (!found) return fail(found.error());
  if (auto node = found->extract(uid); !node.empty()) *present = std::move(node.mapped());
  return present;
}

Result<std::vector<sync::Intent>> open_intents(World& world) {
  const auto lock = world.lock();
  return world.store.intents();
}

}  // namespace

Result<void> end_write(World& world, const sync::Intent& intent,
                       const std::optional<sync::RemoteItem>& kept) {
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  Ending ending(world, *items, intent);
  auto ended = intent.kind == sync::IntentKind::remove ? ending.removed()
               : kept                                  ? ending.kept(*kept)
                                                       : ending.gone_at_once();
  return ended ? world.store.remove_intent(intent.id) : ended;
}

Result<std::vector<sync::ItemError>> settle_intents(World& world, RemoteCollection& remote,
                                                    sync::CollectionId collection, const Href& only) {
  const auto open = open_intents(world);
  if (!open) return fail(open.error());
  std::vector<sync::ItemError> unread;
  for (const sync::Intent& intent : *open) {
    if (intent.collection != collection || (!only.empty() && intent.href != only)) continue;
    const auto present = read_resource(world, remote, intent, !only.empty());
    if (!present && concerns_all(present.error())) return fail(present.error());
    if (!present) {
      unread.push_back({intent.href, present.error()});
      continue;
    }
    if (*present && hides(intent.text, text::Document::parse((*present)->text))) {
      unread.push_back({intent.href, hidden_error()});
      continue;
    }
    const auto lock = world.lock();
    auto settled = world.store.transact([&] { return settle_one(world, intent, *present); });
    if (!settled) return fail(settled.error());
  }
  return unread;
}

}  // namespace goodturn::helper
