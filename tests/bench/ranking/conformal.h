// Does the silence threshold keep its promise? Share of gaps that end within it (metrics.md 2.5).
#pragma once

#include <vector>

#include "tests/bench/ranking/bootstrap.h"
#include "tests/bench/ranking/ego.h"

namespace goodturn::bench {

/// Coverage of one ego's gaps at one level.
struct GapCoverage {
  Share all_gaps;  ///< threshold from all earlier gaps
  Share newest;    ///< threshold from the newest twenty, as the product uses them
};

/// For each gap that begins on `warm` or later: is it at most the threshold of level `q` of the gaps before
/// it? Gaps whose threshold is unbounded (too few before) are left out. Only gaps that ended are seen.
[[nodiscard]] GapCoverage gap_coverage(const Ego& ego, Day warm, double q);

}  // namespace goodturn::bench
