// How good an order of candidates is, given who was contacted next (ranking.md 3.3, point 3).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace goodturn::bench {

inline constexpr std::size_t order_depth = 5;

struct OrderQuality {
  double precision = 0;        ///< hits in the first five / 5
  double ndcg = 0;             ///< binary gain, log2 discount, first five
  double reciprocal_rank = 0;  ///< 1 / place of the first hit
  double regret = 0;           ///< (min(5, positives) − hits in the first five) / 5
  double recall = 0;           ///< hits in the first five / positives
  std::optional<double>
      auc;  ///< share of (positive, negative) pairs in the right order; none without negatives
};

/// `hits[i]` says whether the candidate at place i (best first) was contacted. At least one hit is needed.
[[nodiscard]] OrderQuality quality_of(const std::vector<bool>& hits);

/// Indices of `scores`, highest first; equal scores in an order drawn from `seed`. Scores of minus infinity
/// come last.
[[nodiscard]] std::vector<std::size_t> best_first(std::span<const double> scores, std::uint64_t seed);

}  // namespace goodturn::bench
