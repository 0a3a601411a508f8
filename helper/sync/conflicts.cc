#include "helper/sync/conflicts.h"

#include "helper/items/items.h"

namespace goodturn::helper {
namespace {

Result<sync::ConflictRow> find(World& world, std::int64_t id) {
  const auto rows = world.store.conflicts();
  if (!rows) return fail(rows.error());
  for (const sync::ConflictRow& row : *rows)
    if (row.id == id) return row;
  return fail(ErrorKind::not_found, "This conflict is settled already.");
}

/// Puts the chosen text in place; gives whether anything changed.
Result<bool> apply(World& world, const sync::ConflictRow& row, sync::Take take) {
  auto item = world.store.item(row.collection, row.href);
  if (!item) return fail(item.error());
  if (!*item)
    return fail(ErrorKind::not_found,
                "The item is gone. Restore it from the trash first, or drop the conflict.");
  auto text = sync::resolved((*item)->text, row, take);
  if (!text)
    return fail(ErrorKind::invalid, "Only one of the two values can stand in this item. Choose one.");
  if (*text == (*item)->text) return false;
  (*item)->text = std::move(*text);
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  if (auto put = items->put(**item); !put) return fail(put.error());
  return true;
}

}  // namespace

Result<Sent> resolve_conflict(World& world, std::int64_t id, sync::Take take) {
  sync::ConflictRow row;
  bool changed = false;
  {
    const auto lock = world.lock();
    auto found = find(world, id);
    if (!found) return fail(found.error());
    row = std::move(*found);
    auto done = world.store.transact([&]() -> Result<void> {
      if (take != sync::Take::theirs) {
        const auto applied = apply(world, row, take);
        if (!applied) return fail(applied.error());
        changed = *applied;
      }
      return world.store.remove_conflict(id);
    });
    if (!done) return fail(done.error());
  }
  if (!changed) return Sent{true, ""};
  return send_item(world, row.collection, row.href);
}

}  // namespace goodturn::helper
