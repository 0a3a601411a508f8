// Ways to put an ego's ties in order: the baselines of ranking.md 3.3 and the product's own score.
#pragma once

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "tests/bench/ranking/moment.h"

namespace goodturn::bench {

/// A score for a tie that must not be suggested now.
inline constexpr double not_offered = -std::numeric_limits<double>::infinity();

/// Names that the bars refer to.
inline constexpr const char* random_order = "random";
inline constexpr const char* half_life_order = "half-life 30 d";
inline constexpr const char* fixed_order = "fixed 7/30/180/365";
inline constexpr const char* median_order = "own median";
inline constexpr const char* score_order = "F";

struct Scorer {
  std::string name;
  /// One score for each of moment.candidates, same order; higher is sooner.
  std::function<std::vector<double>(const Moment&)> score;
  /// In the replay: factor on the score for each earlier showing in the same silence.
  double repeat = 1;
};

/// random, recency, frequency, frequency 90 d, half-life 30 d, fixed cadence, own median, nearest to own
/// median, P(alive)·rate.
[[nodiscard]] std::vector<Scorer> baselines();

/// Whether the tie may be offered at all: alive or fading, and not touched today (ranking.md 3.1).
[[nodiscard]] bool may_offer(const Moment& moment, std::size_t tie);

/// F: the score of the product (relations::keep_in_touch_score as suggest::survey fills it), for alive and
/// fading ties that were not touched today.
[[nodiscard]] Scorer score_f();
/// F behind the product's gate (suggest::offer_keep_in_touch): only once the tie's own cadence has passed.
[[nodiscard]] Scorer gated_f();

}  // namespace goodturn::bench
