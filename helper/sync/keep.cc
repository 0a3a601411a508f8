#include "helper/sync/keep.h"

#include "core/sync/lost.h"

namespace goodturn::helper {

Result<void> keep_agreed(World& world, Items& items, sync::CollectionId collection, const Received& received,
                         const std::string* present) {
  const sync::Item item = received.item(collection);
  if (auto stored = world.store.put_agreed(item, received.base(collection)); !stored) return stored;
  if (present == nullptr) return items.index_new(item, received.document);
  if (*present == item.text) return {};
  return items.reindex(item, received.document);
}

Result<void> check_unique(World& world, const sync::Item& item) {
  if (item.uid.empty()) return {};
  const auto same = world.store.items_with_uid(item.uid);
  if (!same) return fail(same.error());
  for (const sync::Item& other : *same)
    if (other.collection == item.collection && other.href != item.href)
      return fail(ErrorKind::invalid, "The same item is back already, under another name on the server.");
  return {};
}

Result<void> keep_values(World& world, sync::CollectionId collection, const Href& href,
                         std::vector<sync::ConflictRow> values) {
  for (sync::ConflictRow& value : values) {
    value.collection = collection;
    value.href = href;
    value.at = world.clock.now();
    if (auto kept = world.store.add_conflict(value); !kept) return kept;
  }
  return {};
}

Result<void> keep_unseen(World& world, const sync::Base& base, const Href& href, std::string_view theirs) {
  if (!base.etag.empty()) return {};
  return keep_values(world, base.collection, href, sync::dropped(base.text, theirs));
}

Result<void> keep_in_trash(World& world, const sync::Item& item, sync::TrashReason reason) {
  return world.store.add_trash(
      {0, item.collection, item.href, item.uid, item.text, reason, world.clock.now()});
}

Result<void> keep_write(World& world, const sync::Intent& intent, std::string before, std::string after) {
  return world.store.add_write({0, world.clock.now(), intent.collection, intent.href, intent.kind,
                                std::move(before), std::move(after), false});
}

Result<void> keep_under(World& world, Items& items, sync::CollectionId collection, const Href& from,
                        const Href& to) {
  if (from == to) return {};
  const auto taken = world.store.base_mark(collection, to);
  if (!taken) return fail(taken.error());
  if (*taken) {
    if (auto removed = items.remove(collection, from); !removed) return removed;
    return world.store.remove_base(collection, from);
  }
  if (auto moved = world.store.move_item(collection, from, to); !moved) return moved;
  if (auto erased = world.index.erase(collection, from); !erased) return erased;
  const auto item = world.store.item(collection, to);
  if (!item) return fail(item.error());
  return *item ? items.reindex(**item) : Result<void>{};
}

}  // namespace goodturn::helper
