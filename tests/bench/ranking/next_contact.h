// Protocol A: who is contacted next? Orders of all candidates at rolling origins (ranking.md 3.3, points
// 1–4).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "tests/bench/ranking/bootstrap.h"
#include "tests/bench/ranking/order.h"
#include "tests/bench/ranking/scorer.h"

namespace goodturn::bench {

/// The measures of an order, in the order of the tables.
enum class Measure { ndcg, precision, reciprocal_rank, auc, regret };
inline constexpr std::array all_measures = {Measure::ndcg, Measure::precision, Measure::reciprocal_rank,
                                            Measure::auc, Measure::regret};

/// Sums of one scorer on one ego; a share's whole counts origins.
using OrderSums = std::array<Share, all_measures.size()>;

/// What protocol A saw of one ego with one candidate set.
struct NextContacts {
  std::vector<OrderSums> scorers;  ///< one for each scorer
  int origins = 0;                 ///< with at least one candidate who was contacted
  int without_positive = 0;        ///< left out of the means
};

/// Adds one origin. `scores[k]` are scorer k's scores of moment.candidates. `only_due` keeps the candidates
/// whose silence is at least their own median gap. Ties are broken by `seed`.
void add_origin(NextContacts& ego, const Ego& truth, const Moment& moment,
                std::span<const std::vector<double>> scores, bool only_due, std::uint64_t seed);

/// Mean over the ego's origins as a share with whole 1, or 0 when there are none.
[[nodiscard]] Share mean_of(const Share& sums);

}  // namespace goodturn::bench
