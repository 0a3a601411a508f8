// Is the tie alive? A model for the order of ties, words for people, never a percentage.
#pragma once

#include <span>
#include <string_view>

namespace goodturn::relations {

/// BG/NBD parameters (Fader, Hardie & Lee 2005); defaults as measured in metrics.md 2.7.
struct AliveModel {
  double r = 0.25, alpha = 3.0, a = 0.30, b = 1.5;
};

/// What the model needs of a history, in days: x = contact days − 1, t_x = last − first, T = now − first.
struct Recency {
  int repeats = 0;
  double last = 0;
  double age = 0;
};

/// P(alive) = 1/(1 + (a/(b+x−1))·((α+T)/(α+t_x))^(r+x)), range [0, 1]; 1 for x = 0. Computed in logs,
/// exponent clamped at 50. Source: metrics.md 2.7.
[[nodiscard]] double model_alive(const Recency& recency, const AliveModel& model = {});

/// The same, but a tie with one contact day fades: 1 for T <= ĉ, then 0.5^((T−ĉ)/90). `cadence` is ĉ in
/// days, > 0.
[[nodiscard]] double alive_chance(const Recency& recency, double cadence, const AliveModel& model = {});

/// f = e / mean gap: how many usual gaps the silence lasts. `elapsed` in days, >= 0; 0 without gaps.
/// Source: metrics.md 2.7 (Navarro et al. 2017).
[[nodiscard]] double freshness(int elapsed, std::span<const int> gaps);

/// After more than four usual gaps a call or a coffee fits better than a line: longer talks follow longer
/// gaps. Source: metrics.md 2.7 (arXiv 1608.01842).
[[nodiscard]] bool calls_for_a_talk(double freshness);

enum class Liveliness { alive, fading, quiet };
/// alive >= .6, fading .2–.6, quiet < .2. A silence of more than 8 mean gaps (`freshness` = e/mean gap, 0
/// when unknown) is never called alive. Source: metrics.md 2.7.
[[nodiscard]] Liveliness liveliness(double alive, double freshness);
[[nodiscard]] std::string_view to_string(Liveliness word);

}  // namespace goodturn::relations
