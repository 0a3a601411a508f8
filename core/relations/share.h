// A part of a whole with its evidence, so that a number is never shown without what it rests on.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace goodturn::relations {

/// "3 of 5". part <= whole, both >= 0.
struct Share {
  int part = 0;
  int whole = 0;
  /// part/whole, range [0, 1]; nullopt when there is nothing to share.
  [[nodiscard]] std::optional<double> value() const;
  bool operator==(const Share&) const = default;
};

/// Whole percentages of the counts (each >= 0) that add up to 100 exactly: rounded down, the rest to the
/// largest remainders, the first ones of equal ones. All zero: all 0. Source: features.md row 73.
[[nodiscard]] std::vector<int> percentages(std::span<const int> counts);

struct Interval {
  double low = 0;
  double high = 1;
};

/// Wilson's 95 % interval of a share (z = 1.959964), within [0, 1]; nullopt when whole is 0.
/// Source: metrics.md 2.9 (b).
[[nodiscard]] std::optional<Interval> wilson(const Share& share);

}  // namespace goodturn::relations
