// Is a silence unusual? Quantiles of the tie's own gaps with a guarantee (split-conformal).
#pragma once

#include <optional>
#include <span>

#include "core/relations/gap_pool.h"

namespace goodturn::relations {

/// Weight of the pool against a tie's own gaps, in gaps (metrics.md 2.4–2.6: k = 4).
inline constexpr double pool_weight = 4;
inline constexpr double due_quantile = 0.6;
inline constexpr double overdue_quantile = 0.8;
inline constexpr double long_overdue_quantile = 0.95;

/// threshold_q = g(⌈(n+1)·q⌉) of the sorted gaps, days; nullopt is +∞ (too few gaps: n < ⌈q/(1−q)⌉).
/// If gaps are exchangeable, P(next gap > threshold) <= 1 − q. q in (0, 1). Source: metrics.md 2.5.
[[nodiscard]] std::optional<int> silence_threshold(std::span<const int> gaps, double q);

/// p = (1 + #{g >= e})/(n + 1), range (0, 1]; 1 without gaps.
[[nodiscard]] double silence_p_value(std::span<const int> gaps, int elapsed);

/// u = (n·u_own + 4·u_pool)/(n + 4) with u_own = (1 + #{g < e})/(n + 1), u_pool = share of pool gaps < e.
/// Range [0, 1]; without gaps u_pool alone.
[[nodiscard]] double unusual_silence(std::span<const int> gaps, const GapPool& pool, int elapsed);

}  // namespace goodturn::relations
