// A tie's rhythm as a mixture of two: bursts and pauses, each geometric in days.
#pragma once

#include <span>

namespace goodturn::bench {

/// Gaps are short with chance `short_share`; the daily chance of contact is `short_rate` in bursts and
/// `long_rate` in pauses. All in (0, 1).
struct Rhythm {
  double short_share = 0.5;
  double short_rate = 0.5;
  double long_rate = 0.05;
  /// Chance that a gap is longer than `days` (>= 0).
  [[nodiscard]] double survival(double days) const;
};

/// Maximum likelihood on gaps in days by 30 rounds of expectation and maximisation. No gaps: the default.
[[nodiscard]] Rhythm fit_rhythm(std::span<const int> gaps);

/// One tie's rhythm: its own gaps shared out to the two parts of `everybody`, which counts as four gaps more.
[[nodiscard]] Rhythm own_rhythm(std::span<const int> gaps, const Rhythm& everybody);

}  // namespace goodturn::bench
