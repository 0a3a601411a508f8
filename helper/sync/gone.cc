#include "helper/sync/gone.h"

#include "core/sync/merge.h"
#include "helper/sync/change_here.h"

namespace goodturn::helper {
namespace {

Result<Uid> uid_of(World& world, sync::CollectionId collection, const sync::BaseMark& mark) {
  if (!mark.local_gone) return mark.uid;
  const auto base = world.store.base(collection, mark.href);
  if (!base) return fail(base.error());
  return *base ? Uid(text::uid_of(text::Document::parse((*base)->text))) : Uid();
}

/// Adds to `by_uid`; a UID that comes twice stands for no single item.
void note(std::unordered_map<Uid, Href>& by_uid, const Uid& uid, const Href& href) {
  if (uid.empty()) return;
  const auto [found, fresh] = by_uid.emplace(uid, href);
  if (!fresh) found->second = Href();
}

/// The one other item of the collection with the same UID that the server has.
Result<std::optional<sync::Item>> twin_of(World& world, const sync::Item& item) {
  if (item.uid.empty()) return std::nullopt;
  auto same = world.store.items_with_uid(item.uid);
  if (!same) return fail(same.error());
  for (sync::Item& other : *same) {
    if (other.collection != item.collection || other.href == item.href) continue;
    const auto base = world.store.base_mark(other.collection, other.href);
    if (!base) return fail(base.error());
    if (*base) return std::optional(std::move(other));
  }
  return std::nullopt;
}

}  // namespace

Result<Confirmed> confirm_gone(RemoteCollection& remote, std::span<const Href> hrefs) {
  Confirmed confirmed;
  if (hrefs.empty()) return confirmed;
  auto errors = remote.fetch(hrefs, [&](sync::RemoteItem item) -> Result<void> {
    confirmed.present.push_back(std::move(item));
    return {};
  });
  if (!errors) return fail(errors.error());
  for (sync::ItemError& one : *errors) {
    if (one.error.kind == ErrorKind::not_found)
      confirmed.gone.insert(one.href);
    else
      confirmed.unknown.push_back(std::move(one));
  }
  return confirmed;
}

Result<std::unordered_map<Href, Href>> find_moves(World& world, sync::CollectionId collection,
                                                  std::span<const sync::BaseMark> missing,
                                                  std::span<const sync::RemoteItem> fresh) {
  std::unordered_map<Uid, Href> from;
  std::unordered_map<Uid, Href> to;
  for (const sync::BaseMark& mark : missing) {
    const auto uid = uid_of(world, collection, mark);
    if (!uid) return fail(uid.error());
    note(from, *uid, mark.href);
  }
  for (const sync::RemoteItem& item : fresh)
    note(to, Uid(text::uid_of(text::Document::parse(item.text))), item.href);
  std::unordered_map<Href, Href> moves;
  for (const auto& [uid, old] : from)
    if (const auto found = to.find(uid); found != to.end() && !old.empty() && !found->second.empty())
      moves.emplace(old, found->second);
  return moves;
}

Result<std::vector<sync::BaseMark>> find_namesakes(World& world, sync::CollectionId collection,
                                                   std::span<const sync::RemoteItem> fresh) {
  std::vector<sync::BaseMark> found;
  for (const sync::RemoteItem& item : fresh) {
    const Uid uid(text::uid_of(text::Document::parse(item.text)));
    if (uid.empty()) continue;
    const auto same = world.store.items_with_uid(uid);
    if (!same) return fail(same.error());
    for (const sync::Item& here : *same) {
      if (here.collection != collection || here.href == item.href) continue;
      auto mark = world.store.base_mark(collection, here.href);
      if (!mark) return fail(mark.error());
      if (*mark) found.push_back(std::move(**mark));
    }
  }
  return found;
}

Result<Href> join_twin(World& world, Items& items, const sync::Item& item) {
  auto twin = twin_of(world, item);
  if (!twin) return fail(twin.error());
  if (!*twin) return Href();
  const auto base = world.store.base(item.collection, item.href);
  if (!base) return fail(base.error());
  sync::Merged merged = sync::merge(*base ? (*base)->text : "", item.text, (*twin)->text);
  auto kept = keep_values(world, (*twin)->collection, (*twin)->href, std::move(merged.conflicts));
  if (!kept) return fail(kept.error());
  if (*base)
    if (auto told = keep_unseen(world, **base, (*twin)->href, (*twin)->text); !told)
      return fail(told.error());
  (*twin)->text = std::move(merged.text);
  if (auto put = items.put(**twin); !put) return fail(put.error());
  if (auto removed = items.remove(item.collection, item.href); !removed) return fail(removed.error());
  if (auto removed = world.store.remove_base(item.collection, item.href); !removed)
    return fail(removed.error());
  return (*twin)->href;
}

Result<Href> remove_gone(World& world, Items& items, sync::CollectionId collection, const Href& href,
                         sync::CollectionReport& report) {
  const auto mark = world.store.base_mark(collection, href);
  if (!mark) return fail(mark.error());
  if (!*mark) return Href();
  const auto item = world.store.item(collection, href);
  if (!item) return fail(item.error());
  const auto change = change_here(world, collection, **mark);
  if (!change) return fail(change.error());
  if (*item && *change == sync::Change::edited) {
    auto twin = join_twin(world, items, **item);
    if (!twin || !twin->empty()) return twin;
    auto removed = world.store.remove_base(collection, href);
    return removed ? Result<Href>(href) : fail(removed.error());
  }
  if (*item) {
    if (auto kept = keep_in_trash(world, **item, sync::TrashReason::gone); !kept) return fail(kept.error());
    if (auto removed = items.remove(collection, href); !removed) return fail(removed.error());
    ++report.removed;
  }
  if (auto removed = world.store.remove_base(collection, href); !removed) return fail(removed.error());
  return Href();
}

}  // namespace goodturn::helper
