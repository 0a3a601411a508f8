#include "helper/records/move.h"

#include "core/sync/merge.h"

namespace goodturn::helper {
namespace {

Result<std::vector<sync::Item>> all_of(World& world, const sync::Collection& collection) {
  std::vector<sync::Item> found;
  auto visited = world.store.each_item(collection.id, [&](const sync::Item& item) -> Result<void> {
    found.push_back(item);
    return {};
  });
  if (!visited) return fail(visited.error());
  return found;
}

/// Nothing tells which of two versions is older, so neither wins unseen.
Result<std::string> joined(World& world, const sync::Item& present, const sync::Item& arriving) {
  const sync::Merged merged = sync::merge("", arriving.text, present.text);
  for (sync::ConflictRow conflict : merged.conflicts) {
    conflict.collection = present.collection;
    conflict.href = present.href;
    conflict.at = world.clock.now();
    if (auto kept = world.store.add_conflict(conflict); !kept) return fail(kept.error());
  }
  return merged.text;
}

}  // namespace

Result<void> move_records(World& world, Items& items, const sync::Collection& from,
                          const sync::Collection& to, Leave leave) {
  const auto moving = all_of(world, from);
  if (!moving) return fail(moving.error());
  for (const sync::Item& item : *moving) {
    const auto present = items.find(to, item.uid);
    if (!present) return fail(present.error());
    std::string text = item.text;
    if (*present) {
      auto both = joined(world, **present, item);
      if (!both) return fail(both.error());
      text = std::move(*both);
    }
    if (auto put = items.put_record(to, item.uid, std::move(text)); !put) return put;
    if (leave == Leave::copies) continue;
    if (auto removed = items.remove(from.id, item.href); !removed) return removed;
  }
  return {};
}

}  // namespace goodturn::helper
