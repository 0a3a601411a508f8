#include "helper/sync/trash.h"

#include "helper/items/items.h"

namespace goodturn::helper {
namespace {

Result<sync::Trashed> find(World& world, std::int64_t id) {
  const auto rows = world.store.trash();
  if (!rows) return fail(rows.error());
  for (const sync::Trashed& row : *rows)
    if (row.id == id) return row;
  return fail(ErrorKind::not_found, "This is no longer in the trash.");
}

/// A second item with the same UID in one collection would be refused by many servers.
Result<void> check_uid(World& world, const sync::Trashed& row) {
  if (row.uid.empty()) return {};
  const auto same = world.store.items_with_uid(row.uid);
  if (!same) return fail(same.error());
  for (const sync::Item& item : *same)
    if (item.collection == row.collection && item.href != row.href)
      return fail(ErrorKind::invalid, "The same item is back already, under another name on the server.");
  return {};
}

Result<void> put_back(World& world, const sync::Trashed& row) {
  if (auto free = check_uid(world, row); !free) return free;
  const auto present = world.store.item(row.collection, row.href);
  if (!present) return fail(present.error());
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

Result<Sent> restore_trashed(World& world, std::int64_t id) {
  sync::Trashed row;
  {
    const auto lock = world.lock();
    auto found = find(world, id);
    if (!found) return fail(found.error());
    row = std::move(*found);
    if (auto done = world.store.transact([&] { return put_back(world, row); }); !done)
      return fail(done.error());
  }
  return send_item(world, row.collection, row.href);
}

}  // namespace goodturn::helper
