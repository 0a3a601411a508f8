#include "helper/index/snapshot_cache.h"

namespace goodturn::helper {

Result<std::shared_ptr<const Snapshot>> SnapshotCache::get(World& world) {
  const auto lock = world.lock();
  const Instant now = world.clock.now();
  const std::uint64_t generation = world.generation;
  const bool fresh =
      snapshot_ && generation_ == generation && now >= read_at_ && now - read_at_ < std::chrono::minutes(1);
  if (fresh) return snapshot_;
  auto snapshot = Snapshot::read(world);
  if (!snapshot) return snapshot;
  snapshot_ = *snapshot;
  generation_ = generation;
  read_at_ = now;
  return snapshot_;
}

}  // namespace goodturn::helper
