// The last syncs in one line each, so that somebody can see what went on while nobody looked.
#pragma once

#include <string>
#include <vector>

#include "helper/sync/run.h"

namespace goodturn::helper {

/// How many are kept.
inline constexpr std::size_t kept_runs = 30;

struct PastRun {
  Instant at{};
  std::string summary;  ///< summary_of
  bool failed = false;  ///< has_errors
  bool operator==(const PastRun&) const = default;
};

/// Keeps a finished sync; one that only looked is no run.
Result<void> note_run(World& world, const SyncResult& result);

/// Newest first. What cannot be read any more counts as none.
[[nodiscard]] Result<std::vector<PastRun>> past_runs(World& world);

}  // namespace goodturn::helper
