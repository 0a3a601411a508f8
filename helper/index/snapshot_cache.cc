#include "helper/index/snapshot_cache.h"

namespace goodturn::helper {
namespace {

/// The record as the store has it now. False when it stands in several places, of which one counts.
Result<bool> take_stored(World& world, const Uid& uid, Snapshot& snapshot, Now now) {
  const auto stored = world.store.items_with_uid(uid);
  if (!stored) return fail(stored.error());
  if (stored->empty()) return true;  // the transaction that wrote it was given up
  if (stored->size() > 1) return false;
  const auto record = calendar::read_record(text::Document::parse(stored->front().text));
  return record && snapshot.take(*record, world.recurrence.local_day(record->at), now);
}

}  // namespace

bool SnapshotCache::catch_up(World& world, std::uint64_t generation, Now now) {
  if (readers_->load(std::memory_order_acquire) != 0) return false;
  const auto records = additions_.between(generation_, generation);
  if (!records) return false;
  for (const Uid& uid : *records)
    if (const auto taken = take_stored(world, uid, *snapshot_, now); !taken || !*taken) return false;
  generation_ = generation;
  return true;
}

Result<std::shared_ptr<const Snapshot>> SnapshotCache::get(World& world) {
  const auto lock = world.lock();
  const Now now = world.now();
  const std::uint64_t generation = world.generation;
  if (snapshot_ && now.instant >= read_at_ && now.instant < snapshot_->valid_until())
    if (generation_ == generation || catch_up(world, generation, now)) return lent();
  auto snapshot = Snapshot::read_own(world);
  if (!snapshot) return fail(snapshot.error());
  snapshot_ = std::move(*snapshot);
  readers_ = std::make_shared<std::atomic<int>>(0);
  generation_ = generation;
  read_at_ = now.instant;
  ++readings_;
  return lent();
}

/// Counted by hand: shared_ptr::use_count() does not say that the others have finished reading.
std::shared_ptr<const Snapshot> SnapshotCache::lent() {
  readers_->fetch_add(1, std::memory_order_relaxed);
  return {snapshot_.get(), [kept = snapshot_, readers = readers_](const Snapshot*) {
            readers->fetch_sub(1, std::memory_order_release);
          }};
}

Result<std::shared_ptr<const Snapshot>> SnapshotCache::last(World& world) {
  const auto lock = world.lock();
  return snapshot_ ? Result<std::shared_ptr<const Snapshot>>(snapshot_) : get(world);
}

Result<std::shared_ptr<const Snapshot>> current_snapshot(World& world) {
  return world.snapshots == nullptr ? Snapshot::read(world) : world.snapshots->get(world);
}

}  // namespace goodturn::helper
