#include "tests/bench/ranking/scorer.h"

#include <algorithm>
#include <cmath>

#include "core/relations/strength.h"
#include "core/suggest/keep_in_touch.h"

namespace goodturn::bench {
namespace {

/// A scorer from a function of one tie.
template <class One>
Scorer each(std::string name, One one) {
  return {std::move(name), [one](const Moment& moment) {
            std::vector<double> scores;
            scores.reserve(moment.candidates.size());
            for (const std::size_t tie : moment.candidates)
              scores.push_back(static_cast<double>(one(moment, tie)));
            return scores;
          }};
}

double touches_since(const Moment& moment, std::size_t tie, int days) {
  const auto& touches = moment.touches[tie];
  const Day since = moment.now.today - std::chrono::days(days);
  const auto from = std::lower_bound(touches.begin(), touches.end(), since,
                                     [](const relations::Touch& touch, Day day) { return touch.day <= day; });
  return static_cast<double>(touches.end() - from);
}

/// Elapsed days in units of the default cadence of the tie's layer.
double fixed_cadence(const Moment& moment, std::size_t tie) {
  const int layer = relations::layer_of(moment.digests[tie].strength[0], moment.bounds);
  const std::optional<int> cadence = relations::default_cadence(layer, {});
  return cadence ? static_cast<double>(moment.standings[tie].days_since) / *cadence : 0;
}

double own_median(const Moment& moment, std::size_t tie) {
  return moment.standings[tie].days_since / moment.digests[tie].median_gap;
}

double alive_rate(const Moment& moment, std::size_t tie) {
  const suggest::Digest& digest = moment.digests[tie];
  const int age = std::max(1, days_between(*digest.first, moment.now.today));
  return moment.standings[tie].parts.alive * digest.contact_days / age;
}

}  // namespace

bool may_offer(const Moment& moment, std::size_t tie) {
  const suggest::Standing& standing = moment.standings[tie];
  const bool lives = standing.state == suggest::State::alive || standing.state == suggest::State::fading;
  return lives && standing.elapsed >= 1;
}

std::vector<Scorer> baselines() {
  using relations::activity_half_life;
  return {
      each(random_order, [](const Moment&, std::size_t) { return 0.0; }),
      each("recency", [](const Moment& m, std::size_t tie) { return -m.standings[tie].days_since; }),
      each("frequency", [](const Moment& m, std::size_t tie) { return m.touches[tie].size(); }),
      each("frequency 90 d", [](const Moment& m, std::size_t tie) { return touches_since(m, tie, 90); }),
      each(half_life_order,
           [](const Moment& m, std::size_t tie) {
             return relations::half_life_sum(m.touches[tie], m.now.instant, activity_half_life);
           }),
      each(fixed_order, fixed_cadence),
      each(median_order, own_median),
      each("nearest own median",
           [](const Moment& m, std::size_t tie) {
             return -std::abs(std::log(std::max(own_median(m, tie), 1e-3)));
           }),
      each("P(alive) x rate", alive_rate),
  };
}

Scorer score_f() {
  return each(score_order, [](const Moment& m, std::size_t tie) {
    return may_offer(m, tie) ? m.standings[tie].score : not_offered;
  });
}

Scorer gated_f() {
  return each("F, gated", [](const Moment& m, std::size_t tie) {
    // Keeping in touch looks at the one tie alone: neither the user nor who knows whom takes part.
    static const suggest::Circle nothing_known;
    static const network::Graph no_ties{0};
    const suggest::Scene scene{m.contacts, m.standings, {}, nothing_known, no_ties, m.now};
    const auto offer = suggest::offer_keep_in_touch(suggest::View(scene, tie));
    return offer ? offer->part : not_offered;
  });
}

}  // namespace goodturn::bench
