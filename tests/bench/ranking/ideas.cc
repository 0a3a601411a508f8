#include "tests/bench/ranking/ideas.h"

#include <algorithm>
#include <cmath>

#include "core/relations/chance.h"
#include "core/relations/place_score.h"
#include "core/relations/score.h"
#include "tests/bench/ranking/rhythm.h"

namespace goodturn::bench {
namespace {

using relations::ScoreParts;

/// F from parts that may differ from the product's.
double score_of(const ScoreParts& parts, std::size_t) { return relations::keep_in_touch_score(parts); }
double place_of(const ScoreParts& parts, std::size_t place) {
  return relations::place_score(parts, place, 0);
}

/// `combine(parts(moment, tie), place)` for the ties F would offer. `prepare(moment)` gives `parts`.
template <class Prepare, class Combine>
Scorer idea(std::string name, double repeat, Prepare prepare, Combine combine) {
  const auto score = [prepare, combine](const Moment& moment) {
    const auto parts = prepare(moment);
    std::vector<double> scores;
    for (const std::size_t tie : moment.candidates)
      scores.push_back(may_offer(moment, tie) ? combine(parts(moment, tie), moment.places[tie])
                                              : not_offered);
    return scores;
  };
  return {std::move(name), score, repeat};
}

auto product_parts(const Moment&) {
  return [](const Moment& moment, std::size_t tie) { return moment.standings[tie].parts; };
}

auto learned_parts(const ContactModel& model) {
  return [model](const Moment&) {
    return [model](const Moment& moment, std::size_t tie) {
      ScoreParts parts = moment.standings[tie].parts;
      parts.chance = model.chance(features_of(moment, tie));
      return parts;
    };
  };
}

auto rhythm_parts(const Moment& all) {
  std::vector<int> gaps;
  for (const std::size_t tie : all.candidates)
    gaps.insert(gaps.end(), all.standings[tie].gaps.begin(), all.standings[tie].gaps.end());
  return [everybody = fit_rhythm(gaps)](const Moment& moment, std::size_t tie) {
    const suggest::Standing& standing = moment.standings[tie];
    const Rhythm own = own_rhythm(standing.gaps, everybody);
    const double now = own.survival(standing.elapsed);
    ScoreParts parts = standing.parts;
    parts.chance = 1 - own.survival(standing.elapsed + window_days) / now;
    parts.silence = 1 - now;
    return parts;
  };
}

/// The same mixtures of own gaps and pool as in the product, with the pool as light as one gap.
auto own_gap_parts(const Moment&) {
  return [](const Moment& moment, std::size_t tie) {
    constexpr double weight = 1;
    const suggest::Standing& standing = moment.standings[tie];
    const relations::GapPool& pool = relations::pool_or_built_in(moment.pool);
    const auto count = static_cast<double>(standing.gaps.size());
    const auto longer = [&](int days) {
      const auto own =
          std::count_if(standing.gaps.begin(), standing.gaps.end(), [&](int gap) { return gap > days; });
      return static_cast<double>(own) + weight * std::max(pool.share_above(days), 1e-4);
    };
    const auto shorter = std::count_if(standing.gaps.begin(), standing.gaps.end(),
                                       [&](int gap) { return gap < standing.elapsed; });
    const double own_rank = (1 + static_cast<double>(shorter)) / (count + 1);
    ScoreParts parts = standing.parts;
    parts.chance = 1 - longer(standing.elapsed + window_days) / longer(standing.elapsed);
    parts.silence = (count * own_rank + weight * pool.share_below(standing.elapsed)) / (count + weight);
    return parts;
  };
}

}  // namespace

std::vector<Scorer> ideas(const ContactModel& model) {
  constexpr double once = relations::repeat_factor;
  return {idea("F, spread", once, product_parts, score_of),
          idea("place", 1, product_parts, place_of),
          idea("place, spread", once, product_parts, place_of),
          idea("learned", 1, learned_parts(model), score_of),
          idea("learned, place, spread", once, learned_parts(model), place_of),
          idea("rhythm", 1, rhythm_parts, score_of),
          idea("own gaps", 1, own_gap_parts, score_of)};
}

}  // namespace goodturn::bench
