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

}  // namespace

Result<sync::Listing> look_at(World& world, RemoteCollection& remote, const sync::Collection& collection,
                              const sync::OnItem& on_text) {
  if (!collection.token.empty()) {
    const auto compared = compared_today(world, collection.id);
    if (!compared) return fail(compared.error());
    if (!*compared) return remote.list_all();
  }
  return changes_since(remote, collection.token, on_text);
}

Result<sync::Listing> changes_since(RemoteCollection& remote, const SyncToken& token,
                                    const sync::OnItem& on_text) {
  auto listing = remote.changes(token, on_text);
  if (!listing) return listing;
  if (!listing->complete && sync::went_back(token, listing->token)) return remote.list_all();
  return listing;
}

Result<void> mark_compared(World& world, sync::CollectionId collection) {
  return world.store.set_setting(compared_key(collection), to_iso(world.now().today));
}

}  // namespace goodturn::helper
