#include "core/relations/silence.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace goodturn::relations {

std::optional<int> silence_threshold(std::span<const int> gaps, double q) {
  // 1e-9: (9+1)·0.9 is 9.000000000000002 in binary, but its ceiling has to be 9.
  const auto rank = static_cast<std::size_t>(std::ceil(static_cast<double>(gaps.size() + 1) * q - 1e-9));
  if (rank < 1 || rank > gaps.size()) return std::nullopt;
  std::vector<int> sorted(gaps.begin(), gaps.end());
  const auto place = sorted.begin() + static_cast<std::ptrdiff_t>(rank - 1);
  std::nth_element(sorted.begin(), place, sorted.end());
  return *place;
}

double silence_p_value(std::span<const int> gaps, int elapsed) {
  const auto at_least = std::count_if(gaps.begin(), gaps.end(), [&](int gap) { return gap >= elapsed; });
  return static_cast<double>(1 + at_least) / static_cast<double>(gaps.size() + 1);
}

double unusual_silence(std::span<const int> gaps, const GapPool& pool, int elapsed) {
  const auto count = static_cast<double>(gaps.size());
  const auto shorter = std::count_if(gaps.begin(), gaps.end(), [&](int gap) { return gap < elapsed; });
  const double own = static_cast<double>(1 + shorter) / (count + 1);
  return (count * own + pool_weight * pool.share_below(elapsed)) / (count + pool_weight);
}

}  // namespace goodturn::relations
