#include "tests/bench/ranking/next_contact.h"

#include <algorithm>

namespace goodturn::bench {
namespace {

void add(OrderSums& sums, const OrderQuality& quality) {
  const auto count = [&](Measure measure, double value) {
    Share& share = sums[static_cast<std::size_t>(measure)];
    share.part += value;
    ++share.whole;
  };
  count(Measure::ndcg, quality.ndcg);
  count(Measure::precision, quality.precision);
  count(Measure::reciprocal_rank, quality.reciprocal_rank);
  count(Measure::regret, quality.regret);
  if (quality.auc) count(Measure::auc, *quality.auc);
}

bool is_due(const Moment& moment, std::size_t tie) {
  return moment.standings[tie].days_since >= moment.digests[tie].median_gap;
}

}  // namespace

void add_origin(NextContacts& ego, const Ego& truth, const Moment& moment,
                std::span<const std::vector<double>> scores, bool only_due, std::uint64_t seed) {
  std::vector<std::size_t> places;  // in moment.candidates
  std::vector<bool> contacted;
  for (std::size_t i = 0; i < moment.candidates.size(); ++i) {
    const std::size_t tie = moment.candidates[i];
    if (only_due && !is_due(moment, tie)) continue;
    places.push_back(i);
    contacted.push_back(reaches_out(truth.ties[tie], moment.now.today));
  }
  if (places.size() < least_candidates) return;
  if (std::none_of(contacted.begin(), contacted.end(), [](bool hit) { return hit; })) {
    ++ego.without_positive;
    return;
  }
  ++ego.origins;
  ego.scorers.resize(scores.size());
  std::vector<double> chosen(places.size());
  std::vector<bool> hits(places.size());
  for (std::size_t k = 0; k < scores.size(); ++k) {
    std::transform(places.begin(), places.end(), chosen.begin(), [&](std::size_t i) { return scores[k][i]; });
    const std::vector<std::size_t> order = best_first(chosen, seed);
    for (std::size_t i = 0; i < order.size(); ++i) hits[i] = contacted[order[i]];
    add(ego.scorers[k], quality_of(hits));
  }
}

Share mean_of(const Share& sums) { return sums.whole > 0 ? Share{sums.part / sums.whole, 1} : Share{}; }

}  // namespace goodturn::bench
