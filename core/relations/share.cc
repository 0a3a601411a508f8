#include "core/relations/share.h"

#include <algorithm>
#include <cmath>

namespace goodturn::relations {

std::optional<double> Share::value() const {
  if (whole <= 0) return std::nullopt;
  return static_cast<double>(part) / whole;
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
