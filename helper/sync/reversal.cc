#include "helper/sync/reversal.h"

#include "helper/items/items.h"
#include "helper/sync/base_of.h"

namespace goodturn::helper {
namespace {

Result<void> give_back_item(World& world, const Reversal& reversal) {
  const auto present = world.store.item(reversal.collection, reversal.href);
  if (!present) return fail(present.error());
  if (!*present || !same_meaning((*present)->text, reversal.after))
    return fail(ErrorKind::precondition,
                "This was changed again since. Look at the item and change it by hand.", reversal.href.value);
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  return reversal.before ? items->put(*reversal.before) : items->remove(reversal.collection, reversal.href);
}

/// What the restored item had replaced went into the trash; it stands in its place again.
Result<void> empty_of(World& world, const sync::Item& item) {
  const auto rows = world.store.trash();
  if (!rows) return fail(rows.error());
  for (const sync::Trashed& row : *rows)
    if (row.collection == item.collection && row.href == item.href && row.text == item.text)
      return world.store.remove_trash(row.id);
  return {};
}

Result<void> give_back_rows(World& world, const Reversal& reversal) {
  if (reversal.conflict)
    if (auto added = world.store.add_conflict(*reversal.conflict); !added) return added;
  if (!reversal.trashed) return {};
  if (reversal.before)
    if (auto emptied = empty_of(world, *reversal.before); !emptied) return emptied;
  return world.store.add_trash(*reversal.trashed);
}

}  // namespace

Result<void> take_back(World& world, const Reversal& reversal) {
  {
    const auto lock = world.lock();
    auto done = world.store.transact([&]() -> Result<void> {
      if (reversal.changed)
        if (auto given = give_back_item(world, reversal); !given) return given;
      return give_back_rows(world, reversal);
    });
    if (!done) return done;
  }
  if (!reversal.changed) return {};
  const auto sent = send_item(world, reversal.collection, reversal.href);
  return sent ? Result<void>{} : fail(sent.error());
}

}  // namespace goodturn::helper
