#include "core/relations/share.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace goodturn::relations {

std::optional<double> Share::value() const {
  if (whole <= 0) return std::nullopt;
  return static_cast<double>(part) / whole;
}

std::vector<int> percentages(std::span<const int> counts) {
  const std::int64_t all = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  std::vector<int> percent(counts.size(), 0);
  if (all == 0) return percent;
  std::vector<std::size_t> by_remainder(counts.size());
  std::iota(by_remainder.begin(), by_remainder.end(), 0);
  const auto remainder = [&](std::size_t i) { return std::int64_t{100} * counts[i] % all; };
  std::stable_sort(by_remainder.begin(), by_remainder.end(),
                   [&](std::size_t left, std::size_t right) { return remainder(left) > remainder(right); });
  int left_over = 100;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    percent[i] = static_cast<int>(std::int64_t{100} * counts[i] / all);
    left_over -= percent[i];
  }
  for (int i = 0; i < left_over; ++i) ++percent[by_remainder[static_cast<std::size_t>(i)]];
  return percent;
}

std::optional<Interval> wilson(const Share& share) {
  const std::optional<double> p = share.value();
  if (!p) return std::nullopt;
  constexpr double z = 1.959963984540054;  // 97.5 % quantile of the normal distribution
  const double n = share.whole, square = z * z / n;
  const double middle = *p + square / 2;
  const double half = z * std::sqrt(*p * (1 - *p) / n + square / (4 * n));
  return Interval{std::max(0.0, (middle - half) / (1 + square)),
                  std::min(1.0, (middle + half) / (1 + square))};
}

}  // namespace goodturn::relations
