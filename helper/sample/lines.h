// Content lines of the sample's items.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"

namespace goodturn::sample {

/// The lines with CRLF, folded at 75 octets.
[[nodiscard]] std::string folded(const std::vector<std::string>& lines);

/// `today` moved by days, and a time of that day in UTC.
[[nodiscard]] Day on(Day today, int days);
[[nodiscard]] Instant at(Day day, int hour, int minute = 0);

/// A small generator whose numbers are the same with every compiler (SplitMix64, Steele 2014).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  /// 0 … sides-1.
  [[nodiscard]] int roll(int sides);

 private:
  std::uint64_t state_;
};

}  // namespace goodturn::sample
