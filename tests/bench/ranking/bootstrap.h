// Intervals from drawing people again: egos are the unit, because one person's weeks resemble each other.
#pragma once

#include <cstdint>
#include <span>

namespace goodturn::bench {

inline constexpr int bootstrap_rounds = 500;

/// What one ego adds to a share: `part` of `whole`. A mean over egos has whole 1 for each ego with a value
/// and 0 for each without.
struct Share {
  double part = 0;
  double whole = 0;
};

/// Estimate with its 95 % percentile interval. NaN when nothing was observed.
struct Interval {
  double value = 0;
  double low = 0;
  double high = 0;
};

/// Σ part / Σ whole, over `egos`.
[[nodiscard]] Interval interval_of(std::span<const Share> egos, std::uint64_t seed);

/// The same for the difference `a` − `b`, both on the same egos (same order, same length): each round draws
/// egos once for both, so what the egos share drops out.
[[nodiscard]] Interval interval_of_difference(std::span<const Share> a, std::span<const Share> b,
                                              std::uint64_t seed);

}  // namespace goodturn::bench
