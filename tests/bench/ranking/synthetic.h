// A made-up set whose rules are known: bursty renewal processes, some of which end.
#pragma once

#include <cstdint>

#include "tests/bench/ranking/messages.h"

namespace goodturn::bench {

struct SyntheticRules {
  int egos = 24;
  int ties = 30;  ///< of each ego, all distinct people
  int days = 500;
  double shortest_gap = 2;  ///< usual gap of the closest tie, days; the others log-uniform up to longest_gap
  double longest_gap = 60;
  double burst_share = 0.3;  ///< of the gaps, exponential with mean burst_gap days instead
  double burst_gap = 1.5;
  double spread = 0.6;        ///< of the usual gaps: deviation of their logarithm (log-normal)
  double ending_share = 0.3;  ///< of the ties end at a uniformly drawn time
  double out_share = 0.5;     ///< of the messages are the ego's
};

/// Named "synthetic", channel mail. Same rules and seed give the same messages on every machine.
[[nodiscard]] MessageSet synthetic_set(const SyntheticRules& rules, std::uint64_t seed);

}  // namespace goodturn::bench
