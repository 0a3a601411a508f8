#include "tests/bench/ranking/bars.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "tests/bench/ranking/measured.h"

namespace goodturn::bench {
namespace {

/// What was frozen for a set by name.
struct Reference {
  std::string_view set;
  std::optional<double> half_life_ndcg;
  double tolerance;
  bool compares_policies;  ///< useful and redundant
  bool compares_coverage;
};
constexpr std::array references = {Reference{"reality-calls", 0.734, 0.02, true, true},
                                   Reference{"manufacturing-mail", 0.677, 0.02, true, true},
                                   Reference{"enron-mail", 0.685, 0.02, true, false},
                                   Reference{"w3c-mail", std::nullopt, 0, true, false},
                                   Reference{"college-messages", 0.566, 0.05, false, false}};

Bar useful_bar(const Evaluation& evaluation, std::size_t product) {
  constexpr double slack = 0.02;
  double best = 0;
  for (const char* name : {random_order, fixed_order, median_order, half_life_order})
    best =
        std::max(best, replay_measure(evaluation, scorer_named(evaluation, name), &ReplaySums::useful).value);
  return {evaluation.name, "F: useful against the best of four",
          replay_measure(evaluation, product, &ReplaySums::useful).value, best - slack, 1};
}

Bar coverage_bar(const Evaluation& evaluation, std::size_t product) {
  const std::size_t median = scorer_named(evaluation, median_order);
  return {evaluation.name, "F: coverage against own median",
          replay_measure(evaluation, product, &ReplaySums::coverage).value,
          replay_measure(evaluation, median, &ReplaySums::coverage).value, 1};
}

void add_frozen(std::vector<Bar>& bars, const Evaluation& evaluation, const Reference& reference) {
  constexpr double most_redundant = 0.30;
  const std::size_t product = scorer_named(evaluation, score_order);
  if (reference.half_life_ndcg) {
    const std::size_t half_life = scorer_named(evaluation, half_life_order);
    bars.push_back({evaluation.name, "half-life 30 d: NDCG@5",
                    order_measure(evaluation, half_life, Measure::ndcg, Candidates::all).value,
                    *reference.half_life_ndcg - reference.tolerance,
                    *reference.half_life_ndcg + reference.tolerance});
  }
  if (reference.compares_policies) {
    bars.push_back(useful_bar(evaluation, product));
    bars.push_back({evaluation.name, "F: redundant",
                    replay_measure(evaluation, product, &ReplaySums::redundant).value, 0, most_redundant});
  }
  if (reference.compares_coverage) bars.push_back(coverage_bar(evaluation, product));
}

}  // namespace

std::vector<Bar> bars_of(const Evaluation& evaluation) {
  constexpr double least_covered = 0.86, most_covered = 0.96;
  std::vector<Bar> bars;
  for (const Reference& reference : references)
    if (reference.set == evaluation.name) add_frozen(bars, evaluation, reference);
  bars.push_back({evaluation.name, "gaps within the .9 threshold",
                  coverage_measure(evaluation, coverage_levels.size() - 1, &GapCoverage::newest).value,
                  least_covered, most_covered});
  return bars;
}

}  // namespace goodturn::bench
