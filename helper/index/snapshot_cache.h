// The last snapshot, kept until something changes.
#pragma once

#include <atomic>
#include <memory>

#include "helper/index/additions.h"
#include "helper/index/snapshot.h"

namespace goodturn::helper {

/// Many questions, few changes. A snapshot is read again after a change, and when time makes another one of
/// it (Snapshot::valid_until). A new record alone is added to the one that is there, as long as nobody else
/// looks at it: that costs by the record, not by the size of the home. Thread-safe.
class SnapshotCache {
 public:
  [[nodiscard]] Result<std::shared_ptr<const Snapshot>> get(World& world);
  /// The same, but what changed since the last reading may be missing: for what is told while a sync runs,
  /// which changes something all the time.
  [[nodiscard]] Result<std::shared_ptr<const Snapshot>> last(World& world);
  /// Where new records are noted, for Items.
  [[nodiscard]] Additions& additions() noexcept { return additions_; }
  /// How often everything was read; for tests.
  [[nodiscard]] int readings() const noexcept { return readings_; }

 private:
  [[nodiscard]] bool catch_up(World& world, std::uint64_t generation, Now now);
  [[nodiscard]] std::shared_ptr<const Snapshot> lent();

  Additions additions_;
  std::shared_ptr<Snapshot> snapshot_;
  std::shared_ptr<std::atomic<int>> readers_;  ///< of snapshot_; what they read came before their leaving
  std::uint64_t generation_ = 0;
  Instant read_at_{};
  int readings_ = 0;
};

/// The snapshot that the running helper keeps, up to date; read anew where none is kept. For the beginning of
/// an action: what a transaction wrote and may take back must not be in it.
[[nodiscard]] Result<std::shared_ptr<const Snapshot>> current_snapshot(World& world);

}  // namespace goodturn::helper
