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
  SyncCounts counts;
  std::string summary;  ///< the sentence that an earlier version of the program kept instead of the counts
  bool failed = false;  ///< has_errors
  bool operator==(const PastRun&) const = default;
};

[[nodiscard]] inline Said summary_of(const PastRun& run) {
  return run.summary.empty() ? summary_of(run.counts) : Said(run.summary);
}

/// Keeps a finished sync; one that only looked is no run.
Result<void> note_run(World& world, const SyncResult& result);

/// Newest first. What cannot be read any more counts as none.
[[nodiscard]] Result<std::vector<PastRun>> past_runs(World& world);

}  // namespace goodturn::helper
