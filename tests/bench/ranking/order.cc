#include "tests/bench/ranking/order.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "tests/bench/ranking/dice.h"

namespace goodturn::bench {
namespace {

double discount(std::size_t place) { return 1 / std::log2(static_cast<double>(place) + 2); }

std::optional<double> auc_of(const std::vector<bool>& hits, double positives) {
  const double negatives = static_cast<double>(hits.size()) - positives;
  if (negatives == 0) return std::nullopt;
  double right = 0, hits_above = 0;
  for (const bool hit : hits) hit ? ++hits_above : right += hits_above;
  return right / (positives * negatives);
}

}  // namespace

OrderQuality quality_of(const std::vector<bool>& hits) {
  constexpr double depth = order_depth;
  const auto positives = static_cast<std::size_t>(std::count(hits.begin(), hits.end(), true));
  OrderQuality quality;
  double gain = 0, best_gain = 0, found = 0;
  for (std::size_t i = 0; i < std::min(order_depth, hits.size()); ++i) {
    if (hits[i]) gain += discount(i);
    if (i < positives) best_gain += discount(i);
    found += hits[i] ? 1 : 0;
  }
  quality.precision = found / depth;
  quality.ndcg = gain / best_gain;
  const auto first = std::find(hits.begin(), hits.end(), true);
  quality.reciprocal_rank = 1 / static_cast<double>(first - hits.begin() + 1);
  quality.regret = (std::min(depth, static_cast<double>(positives)) - found) / depth;
  quality.recall = found / static_cast<double>(positives);
  quality.auc = auc_of(hits, static_cast<double>(positives));
  return quality;
}

std::vector<std::size_t> best_first(std::span<const double> scores, std::uint64_t seed) {
  std::vector<std::uint64_t> lots(scores.size());
  Dice dice(seed);
  std::generate(lots.begin(), lots.end(), [&] { return dice.next(); });
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return scores[a] != scores[b] ? scores[a] > scores[b] : lots[a] < lots[b];
  });
  return order;
}

}  // namespace goodturn::bench
