// Short-term chance of contact without help: so that nothing is suggested that happens by itself.
#pragma once

#include <span>

#include "core/relations/gap_pool.h"

namespace goodturn::relations {

/// S̃(x) = (n·#{g>x}/n + 4·max(share of pool > x, 1e-4))/(n + 4): the chance that a gap outlasts x days.
/// Range (0, 1]. Source: metrics.md 2.6.
[[nodiscard]] double gap_survival(std::span<const int> gaps, const GapPool& pool, int days);

/// p7 = 1 − S̃(e+7)/S̃(e), range [0, 1]. Without gaps the pool alone; with an empty pool as well an
/// exponential with mean `cadence` days (> 0). Source: metrics.md 2.6.
[[nodiscard]] double contact_chance(std::span<const int> gaps, const GapPool& pool, int elapsed,
                                    double cadence);

}  // namespace goodturn::relations
