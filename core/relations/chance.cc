#include "core/relations/chance.h"

#include <algorithm>
#include <cmath>

#include "core/relations/silence.h"

namespace goodturn::relations {

double gap_survival(std::span<const int> gaps, const GapPool& pool, int days) {
  // The least pool share keeps S̃(e) above zero beyond the longest gap ever seen.
  constexpr double least = 1e-4;
  const auto longer = std::count_if(gaps.begin(), gaps.end(), [&](int gap) { return gap > days; });
  const double drawn = pool_weight * std::max(pool.share_above(days), least);
  return (static_cast<double>(longer) + drawn) / (static_cast<double>(gaps.size()) + pool_weight);
}

double contact_chance(std::span<const int> gaps, const GapPool& pool, int elapsed, double cadence) {
  constexpr int week = 7;
  if (gaps.empty() && pool.size() == 0) return 1 - std::exp(-week / cadence);
  return 1 - gap_survival(gaps, pool, elapsed + week) / gap_survival(gaps, pool, elapsed);
}

}  // namespace goodturn::relations
