#include "helper/sync/push.h"

#include "core/sync/merge.h"
#include "helper/items/items.h"
#include "helper/sync/base_of.h"

namespace goodturn::helper {
namespace {

constexpr int most_tries = 3;

/// The three things known of one item before a request.
struct Local {
  std::optional<sync::Item> item;
  std::optional<sync::Base> base;
};

/// Whether the answer of a failed request may have been lost on the way.
bool outcome_unknown(ErrorKind kind) {
  return kind == ErrorKind::network || kind == ErrorKind::timeout || kind == ErrorKind::server ||
         kind == ErrorKind::cancelled;
}

class Pusher {
 public:
  Pusher(World& world, RemoteCollection& remote, sync::CollectionId collection, const Href& href)
      : world_(world), remote_(remote), collection_(collection), href_(href) {}

  Result<Pushed> run() {
    for (int tries = 0; tries < most_tries; ++tries) {
      const auto local = read_local();
      if (!local) return fail(local.error());
      if (!needs_sending(*local)) return Pushed::nothing;
      auto sent = send(*local);
      if (sent) return Pushed::sent;
      if (sent.error().kind != ErrorKind::precondition && sent.error().kind != ErrorKind::not_found)
        return fail(sent.error());
      if (auto joined = join_remote(*local); !joined) return fail(joined.error());
    }
    return fail(
        ErrorKind::precondition,
        "The server's version changed three times while sending. It is tried again with the next sync.",
        href_.value);
  }

 private:
  Result<Local> read_local() {
    const auto lock = world_.lock();
    auto item = world_.store.item(collection_, href_);
    if (!item) return fail(item.error());
    auto base = world_.store.base(collection_, href_);
    if (!base) return fail(base.error());
    return Local{std::move(*item), std::move(*base)};
  }

  static bool needs_sending(const Local& local) {
    if (!local.item) return local.base.has_value();
    return !local.base || !same_meaning(local.item->text, local.base->text);
  }

  Result<void> send(const Local& local) {
    const sync::Intent intent = intent_for(local);
    const auto id = begin(intent);
    if (!id) return fail(id.error());
    auto written = request(intent);
    if (!written) {
      if (!outcome_unknown(written.error().kind))
        if (auto dropped = drop(*id); !dropped) return dropped;
      return fail(written.error());
    }
    if (intent.kind == sync::IntentKind::remove) return finish_removal(*id);
    return finish(*id, intent, *written);
  }

  sync::Intent intent_for(const Local& local) const {
    sync::Intent intent;
    intent.collection = collection_;
    intent.href = href_;
    intent.kind = !local.item   ? sync::IntentKind::remove
                  : !local.base ? sync::IntentKind::create
                                : sync::IntentKind::update;
    if (local.base) intent.etag = local.base->etag;
    if (local.item) intent.text = local.item->text;
    return intent;
  }

  Result<std::int64_t> begin(const sync::Intent& intent) {
    const auto lock = world_.lock();
    return world_.store.put_intent(intent);
  }

  Result<void> drop(std::int64_t id) {
    const auto lock = world_.lock();
    return world_.store.remove_intent(id);
  }

  Result<sync::Written> request(const sync::Intent& intent) {
    switch (intent.kind) {
      case sync::IntentKind::create:
        return remote_.create(href_, intent.text);
      case sync::IntentKind::update:
        return remote_.update(href_, intent.etag, intent.text);
      case sync::IntentKind::remove:
        break;
    }
    auto removed = remote_.remove(href_, intent.etag);
    if (!removed && removed.error().kind != ErrorKind::not_found) return fail(removed.error());
    return sync::Written{href_, Etag()};
  }

  Result<void> finish_removal(std::int64_t id) {
    const auto lock = world_.lock();
    return world_.store.transact([&]() -> Result<void> {
      if (auto removed = world_.store.remove_base(collection_, href_); !removed) return removed;
      return world_.store.remove_intent(id);
    });
  }

  /// Servers rewrite what they are sent and an ETag in the answer does not prove that the bytes were
  /// kept (Radicale, Xandikos, Cyrus, SOGo): body and etag are read back together.
  Result<void> finish(std::int64_t id, const sync::Intent& intent, const sync::Written& written) {
    auto kept = read_one(remote_, written.href);
    if (!kept) return fail(kept.error());  // the intent stays: the next sync settles it
    const auto lock = world_.lock();
    return world_.store.transact([&]() -> Result<void> {
      if (auto done = world_.store.remove_intent(id); !done) return done;
      if (!*kept) return {};  // deleted at once by someone else: the next listing says so
      return store_kept(**kept, intent);
    });
  }

  Result<void> store_kept(const sync::RemoteItem& kept, const sync::Intent& intent) {
    const auto present = world_.store.item(collection_, href_);
    if (!present) return fail(present.error());
    const bool moved = kept.href != href_;
    if (auto stored = world_.store.put_base(base_of(collection_, kept)); !stored) return stored;
    auto items = Items::open(world_);
    if (!items) return fail(items.error());
    // Edited again while the request was under way: stays changed and is sent next time.
    sync::Item item = *present && (*present)->text != intent.text ? **present : item_of(collection_, kept);
    item.href = kept.href;
    if (auto put = items->put(item); !put || !moved) return put;
    if (auto removed = items->remove(collection_, href_); !removed) return removed;
    return world_.store.remove_base(collection_, href_);
  }

  /// After a 412 or 404: takes the server's version as the new base and merges the local changes into it.
  Result<void> join_remote(const Local& local) {
    const auto theirs = read_one(remote_, href_);
    if (!theirs) return fail(theirs.error());
    const auto lock = world_.lock();
    return world_.store.transact([&]() -> Result<void> {
      if (!*theirs) return world_.store.remove_base(collection_, href_);  // edit beats delete: created anew
      if (auto stored = world_.store.put_base(base_of(collection_, **theirs)); !stored) return stored;
      return merge_into_local(local, **theirs);
    });
  }

  Result<void> merge_into_local(const Local& local, const sync::RemoteItem& theirs) {
    auto items = Items::open(world_);
    if (!items) return fail(items.error());
    if (!local.item) return items->put(item_of(collection_, theirs));  // their edit beats our delete
    const sync::Merged merged =
        sync::merge(local.base ? local.base->text : "", local.item->text, theirs.text);
    for (sync::ConflictRow conflict : merged.conflicts) {
      conflict.collection = collection_;
      conflict.href = href_;
      conflict.at = world_.clock.now();
      if (auto kept = world_.store.add_conflict(conflict); !kept) return kept;
    }
    sync::Item item = item_of(collection_, theirs);
    item.text = merged.text;
    return items->put(item);
  }

  World& world_;
  RemoteCollection& remote_;
  sync::CollectionId collection_;
  Href href_;
};

/// What a resource says about an intent whose answer was lost.
Result<void> settle_one(World& world, const sync::Intent& intent,
                        const std::optional<sync::RemoteItem>& present) {
  if (!present) {
    if (intent.kind == sync::IntentKind::remove)
      if (auto removed = world.store.remove_base(intent.collection, intent.href); !removed) return removed;
    return world.store.remove_intent(intent.id);
  }
  const bool arrived = intent.kind != sync::IntentKind::remove && same_meaning(present->text, intent.text);
  if (arrived) {
    if (auto stored = world.store.put_base(base_of(intent.collection, *present)); !stored) return stored;
    const auto item = world.store.item(intent.collection, intent.href);
    if (!item) return fail(item.error());
    if (*item && (*item)->text == intent.text) {
      auto items = Items::open(world);
      if (!items) return fail(items.error());
      if (auto put = items->put(item_of(intent.collection, *present)); !put) return put;
    }
  }
  return world.store.remove_intent(intent.id);
}

}  // namespace

Result<Pushed> push_item(World& world, RemoteCollection& remote, sync::CollectionId collection,
                         const Href& href) {
  return Pusher(world, remote, collection, href).run();
}

Result<void> settle_intents(World& world, RemoteCollection& remote, sync::CollectionId collection) {
  std::vector<sync::Intent> open;
  {
    const auto lock = world.lock();
    auto intents = world.store.intents();
    if (!intents) return fail(intents.error());
    open = std::move(*intents);
  }
  for (const sync::Intent& intent : open) {
    if (intent.collection != collection) continue;
    const auto present = read_one(remote, intent.href);
    if (!present) return fail(present.error());
    const auto lock = world.lock();
    auto settled = world.store.transact([&] { return settle_one(world, intent, *present); });
    if (!settled) return settled;
  }
  return {};
}

}  // namespace goodturn::helper
