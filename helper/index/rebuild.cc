#include "helper/index/rebuild.h"

namespace goodturn::helper {
namespace {

constexpr std::string_view day_key = "index.day";

Result<void> mark_day(World& world) { return world.store.set_setting(day_key, to_iso(world.now().today)); }

}  // namespace

Result<std::size_t> reindex_collection(World& world, Items& items, sync::CollectionId collection) {
  std::size_t count = 0;
  auto visited = world.store.each_item(collection, [&](const sync::Item& item) {
    ++count;
    return items.reindex(item);
  });
  if (!visited) return fail(visited.error());
  return count;
}

Result<std::size_t> rebuild_index(World& world) {
  const auto lock = world.lock();
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  std::size_t count = 0;
  auto done = world.store.transact([&]() -> Result<void> {
    if (auto cleared = world.index.clear(); !cleared) return cleared;
    for (const auto& [id, collection] : items->collections()) {
      const auto part = reindex_collection(world, *items, id);
      if (!part) return fail(part.error());
      count += *part;
    }
    return mark_day(world);
  });
  if (!done) return fail(done.error());
  return count;
}

Result<void> finish_upgrade(World& world) {
  const auto day = world.store.setting(day_key);
  if (!day) return fail(day.error());
  if (!day->has_value() || !(*day)->empty()) return {};
  const auto rebuilt = rebuild_index(world);
  return rebuilt ? Result<void>{} : fail(rebuilt.error());
}

Result<void> refresh_for_today(World& world) {
  const auto lock = world.lock();
  const auto day = world.store.setting(day_key);
  if (!day) return fail(day.error());
  if (day->has_value() && **day == to_iso(world.now().today)) return {};
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  return world.store.transact([&]() -> Result<void> {
    for (const auto& [id, collection] : items->collections()) {
      if (!collection.holds.events) continue;
      if (const auto part = reindex_collection(world, *items, id); !part) return fail(part.error());
    }
    return mark_day(world);
  });
}

}  // namespace goodturn::helper
