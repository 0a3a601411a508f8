#include "helper/sync/look.h"

#include "core/sync/token.h"

namespace goodturn::helper {
namespace {

std::string compared_key(sync::CollectionId collection) {
  return "collection." + std::to_string(collection) + ".compared";
}

Result<bool> compared_today(World& world, sync::CollectionId collection) {
  const auto lock = world.lock();
  const auto day = world.store.setting(compared_key(collection));
  if (!day) return fail(day.error());
  return *day == to_iso(world.now().today);
}

Result<Looked> everything(RemoteCollection& remote) {
  auto listing = remote.list_all();
  if (!listing) return fail(listing.error());
  return Looked{std::move(*listing), {}};
}

}  // namespace

Result<Looked> look_at(World& world, RemoteCollection& remote, const sync::Collection& collection) {
  if (!collection.token.empty()) {
    const auto compared = compared_today(world, collection.id);
    if (!compared) return fail(compared.error());
    if (!*compared) return everything(remote);
  }
  Looked looked;
  auto listing = remote.changes(collection.token, [&](sync::RemoteItem item) -> Result<void> {
    Href href = item.href;
    looked.texts.insert_or_assign(std::move(href), std::move(item));
    return {};
  });
  if (!listing) return fail(listing.error());
  if (!listing->complete && sync::went_back(collection.token, listing->token)) return everything(remote);
  looked.listing = std::move(*listing);
  return looked;
}

Result<void> mark_compared(World& world, sync::CollectionId collection) {
  return world.store.set_setting(compared_key(collection), to_iso(world.now().today));
}

}  // namespace goodturn::helper
