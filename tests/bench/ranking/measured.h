// Estimates out of an evaluation: one scorer, one measure, over all egos.
#pragma once

#include <string_view>

#include "tests/bench/ranking/evaluation.h"

namespace goodturn::bench {

enum class Candidates { all, due };

/// Place of the scorer with this name; the evaluation must have it.
[[nodiscard]] std::size_t scorer_named(const Evaluation& evaluation, std::string_view name);

/// Mean over egos of the ego's mean over origins.
[[nodiscard]] Interval order_measure(const Evaluation& evaluation, std::size_t scorer, Measure measure,
                                     Candidates candidates);

/// A share of the replay, counted over all egos together.
using ReplayShare = Share ReplaySums::*;
[[nodiscard]] Interval replay_measure(const Evaluation& evaluation, std::size_t scorer, ReplayShare share);
/// The same of `scorer` minus that of `other`, paired over egos.
[[nodiscard]] Interval replay_difference(const Evaluation& evaluation, std::size_t scorer, std::size_t other,
                                         ReplayShare share);

/// Coverage of gaps at coverage_levels[level], over all egos together.
using CoverageShare = Share GapCoverage::*;
[[nodiscard]] Interval coverage_measure(const Evaluation& evaluation, std::size_t level, CoverageShare share);

}  // namespace goodturn::bench
