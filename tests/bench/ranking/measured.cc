#include "tests/bench/ranking/measured.h"

#include <algorithm>

namespace goodturn::bench {
namespace {

/// Intervals are drawn with one seed everywhere, so that the same egos are drawn for every row of a table.
constexpr std::uint64_t drawing_seed = 500;

template <class Of>
std::vector<Share> shares(const Evaluation& evaluation, Of of) {
  std::vector<Share> all;
  all.reserve(evaluation.egos.size());
  for (const EgoResult& ego : evaluation.egos) all.push_back(of(ego));
  return all;
}

std::vector<Share> replay_shares(const Evaluation& evaluation, std::size_t scorer, ReplayShare share) {
  return shares(evaluation, [&](const EgoResult& ego) { return ego.replay[scorer].*share; });
}

}  // namespace

std::size_t scorer_named(const Evaluation& evaluation, std::string_view name) {
  const auto place = std::find(evaluation.scorers.begin(), evaluation.scorers.end(), name);
  return static_cast<std::size_t>(place - evaluation.scorers.begin());
}

Interval order_measure(const Evaluation& evaluation, std::size_t scorer, Measure measure,
                       Candidates candidates) {
  const auto of = [&](const EgoResult& ego) {
    const NextContacts& next = ego.next[static_cast<std::size_t>(candidates)];
    if (next.scorers.empty()) return Share{};
    return mean_of(next.scorers[scorer][static_cast<std::size_t>(measure)]);
  };
  return interval_of(shares(evaluation, of), drawing_seed);
}

Interval replay_measure(const Evaluation& evaluation, std::size_t scorer, ReplayShare share) {
  return interval_of(replay_shares(evaluation, scorer, share), drawing_seed);
}

Interval replay_difference(const Evaluation& evaluation, std::size_t scorer, std::size_t other,
                           ReplayShare share) {
  return interval_of_difference(replay_shares(evaluation, scorer, share),
                                replay_shares(evaluation, other, share), drawing_seed);
}

Interval coverage_measure(const Evaluation& evaluation, std::size_t level, CoverageShare share) {
  return interval_of(shares(evaluation, [&](const EgoResult& ego) { return ego.coverage[level].*share; }),
                     drawing_seed);
}

}  // namespace goodturn::bench
