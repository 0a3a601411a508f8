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

/// Puts the chosen text in place and notes in `reversal` what it replaced, when anything changed.
Result<void> apply(World& world, const sync::ConflictRow& row, sync::Take take, Reversal& reversal) {
  auto item = world.store.item(row.collection, row.href);
  if (!item) return fail(item.error());
  if (!*item)
    return fail(ErrorKind::not_found,
                "The item is gone. Restore it from the trash first, or drop the conflict.");
  auto text = sync::resolved((*item)->text, row, take);
  if (!text)
    return fail(ErrorKind::invalid, "Only one of the two values can stand in this item. Choose one.");
  if (*text == (*item)->text) return {};
  reversal.before = **item;
  reversal.after = *text;
  reversal.changed = true;
  (*item)->text = std::move(*text);
  auto items = Items::open(world);
  return items ? items->put(**item) : fail(items.error());
}

}  // namespace

Result<Chosen> resolve_conflict(World& world, std::int64_t id, sync::Take take) {
  Reversal reversal;
  {
    const auto lock = world.lock();
    auto found = find(world, id);
    if (!found) return fail(found.error());
    reversal.collection = found->collection;
    reversal.href = found->href;
    reversal.conflict = std::move(*found);
    auto done = world.store.transact([&]() -> Result<void> {
      if (take != sync::Take::theirs)
        if (auto applied = apply(world, *reversal.conflict, take, reversal); !applied) return applied;
      return world.store.remove_conflict(id);
    });
    if (!done) return fail(done.error());
  }
  if (!reversal.changed) return Chosen{{true}, std::move(reversal)};
  auto sent = send_item(world, reversal.collection, reversal.href);
  if (!sent) return fail(sent.error());
  return Chosen{std::move(*sent), std::move(reversal)};
}

}  // namespace goodturn::helper
