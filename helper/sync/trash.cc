#include "helper/sync/trash.h"

#include "helper/items/items.h"
#include "helper/sync/keep.h"

namespace goodturn::helper {
namespace {

Result<sync::Trashed> find(World& world, std::int64_t id) {
  const auto rows = world.store.trash();
  if (!rows) return fail(rows.error());
  for (const sync::Trashed& row : *rows)
    if (row.id == id) return row;
  return fail(ErrorKind::not_found, "This is no longer in the trash.");
}

/// Notes in `reversal` what stood in the place of the restored item.
Result<void> put_back(World& world, const sync::Trashed& row, Reversal& reversal) {
  if (auto free = check_unique(world, {row.collection, row.href, row.uid, row.text}); !free) return free;
  const auto present = world.store.item(row.collection, row.href);
  if (!present) return fail(present.error());
  reversal.before = *present;
  if (*present && (*present)->text != row.text) {
    const sync::Item& now = **present;
    auto kept = world.store.add_trash(
        {0, now.collection, now.href, now.uid, now.text, sync::TrashReason::overruled, world.clock.now()});
    if (!kept) return kept;
  }
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  if (auto put = items->put({row.collection, row.href, row.uid, row.text}); !put) return put;
  return world.store.remove_trash(row.id);
}

}  // namespace

Result<Chosen> restore_trashed(World& world, std::int64_t id) {
  Reversal reversal;
  {
    const auto lock = world.lock();
    auto found = find(world, id);
    if (!found) return fail(found.error());
    reversal.collection = found->collection;
    reversal.href = found->href;
    reversal.after = found->text;
    reversal.changed = true;
    reversal.trashed = std::move(*found);
    if (auto done = world.store.transact([&] { return put_back(world, *reversal.trashed, reversal); }); !done)
      return fail(done.error());
  }
  auto sent = send_item(world, reversal.collection, reversal.href);
  if (!sent) return fail(sent.error());
  return Chosen{std::move(*sent), std::move(reversal)};
}

}  // namespace goodturn::helper
