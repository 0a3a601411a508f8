// The last snapshot, kept until something changes.
#pragma once

#include <memory>

#include "helper/index/snapshot.h"

namespace goodturn::helper {

/// For the pages: many questions, few changes. A snapshot is read again after a change of items and once a
/// minute, because planned meetings become past. Thread-safe.
class SnapshotCache {
 public:
  [[nodiscard]] Result<std::shared_ptr<const Snapshot>> get(World& world);

 private:
  std::shared_ptr<const Snapshot> snapshot_;
  std::uint64_t generation_ = 0;
  Instant read_at_{};
};

}  // namespace goodturn::helper
