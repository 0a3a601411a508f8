// What one person's touches say, independent of everybody else: the part of the work that costs time.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/relations/cadence.h"
#include "core/relations/layer.h"
#include "core/relations/strength.h"
#include "core/relations/touch.h"

namespace goodturn::suggest {

struct Digest {
  std::vector<int> gaps;                       ///< all of them in days, oldest first
  double median_gap = 0;                       ///< of the newest twenty; 0 without gaps
  std::optional<relations::UsualRange> usual;  ///< of the newest twenty
  std::vector<Day> outgoing;                   ///< days on which the user reached out, ascending
  std::optional<Day> first, last;              ///< contact days
  int contact_days = 0;
  int depth = 0;  ///< deepest touch of the last 365 days; 0 without any
  /// Strength today and 7·k days ago, of the touches up to then.
  std::array<double, relations::layer_steps> strength{};
};

/// How much a touch leaves room for: 2 for a call, and for a meeting with one other person; else 1; 0 for a
/// circular. 3 is a word of the user's own and never derived. Source: features.md rows 33, 34.
[[nodiscard]] int depth_of(const relations::Touch& touch);

/// One pass over the touches (any order). `half_life` of the strength in days (relations::half_life_of).
[[nodiscard]] Digest digest_of(std::span<const relations::Touch> touches, Instant now,
                               double half_life = relations::strength_half_life);

}  // namespace goodturn::suggest
