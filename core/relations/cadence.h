// Personal cadence: how often two people usually talk, learned from the gaps between contact days.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/relations/touch.h"

namespace goodturn::relations {

/// Only the newest gaps are used for a tie's own rhythm (metrics.md 2.4: same coverage, follows changes).
inline constexpr std::size_t recent_gaps = 20;

/// The local dates with at least one touch of weight > 0, ascending, each once. Any order of touches.
[[nodiscard]] std::vector<Day> contact_days(std::span<const Touch> touches);

/// Days between successive contact days, oldest first; empty for fewer than two days. Each >= 1.
[[nodiscard]] std::vector<int> gaps_of(std::span<const Day> days);

/// The last 20 of them.
[[nodiscard]] std::span<const int> newest(std::span<const int> gaps);

/// Median in days (mean of the middle two for an even count); 0 for no gaps.
[[nodiscard]] double median(std::span<const int> gaps);
/// Median of |gap − median|, days; 0 for no gaps.
[[nodiscard]] double median_deviation(std::span<const int> gaps);

/// ĉ = exp[(n·ln m + 4·ln c0)/(n + 4)] days, at least 1: median m of n gaps, drawn towards the default c0
/// (days, > 0). No gaps give c0. Source: metrics.md 2.4.
[[nodiscard]] double learned_cadence(std::span<const int> gaps, double default_days);

/// The same from the number of gaps and their median (days, >= 1 when there are gaps).
[[nodiscard]] double learned_cadence(std::size_t count, double median_gap, double default_days);

/// The usual range of gaps.
struct UsualRange {
  int low = 0;     ///< 20 % sample quantile, days
  int middle = 0;  ///< median, rounded half up
  int high = 0;    ///< 80 % sample quantile
  bool operator==(const UsualRange&) const = default;
};
/// Sample quantiles g(⌈n·q⌉). nullopt for fewer than two gaps: two points make no habit known.
[[nodiscard]] std::optional<UsualRange> usual_range(std::span<const int> gaps);

/// B = (σ − μ)/(σ + μ) in [−1, 1), σ of the population. nullopt without gaps.
/// Source: Goh & Barabási as given in metrics.md 2.4; information only.
[[nodiscard]] std::optional<double> burstiness(std::span<const int> gaps);
/// The same corrected for few events, n = gaps + 1, r = σ/μ:
/// A = (√(n+1)·r − √(n−1)) / ((√(n+1) − 2)·r + √(n−1)). nullopt for fewer than two gaps, or where the
/// denominator is 0. Source: Kim & Jo, arXiv 1604.01125, as given in metrics.md 2.4.
[[nodiscard]] std::optional<double> corrected_burstiness(std::span<const int> gaps);

}  // namespace goodturn::relations
