// The user's own quiet time (holidays, illness): silence that says nothing about one tie.
#pragma once

#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/relations/touch.h"

namespace goodturn::relations {

inline constexpr int quiet_days = 7;  ///< this many days without reaching out to anybody are quiet time

/// A stretch of days, both ends included.
struct QuietTime {
  Day first{};
  Day last{};
  bool operator==(const QuietTime&) const = default;
};

/// Days on which the user reached out: touches of weight > 0, outgoing or mutual. Ascending, each once.
[[nodiscard]] std::vector<Day> outgoing_days(std::span<const Touch> touches);

/// Stretches of at least 7 days without any outgoing touch to anybody, up to and with `today`.
/// `active` are everybody's outgoing days, ascending, each once. Only where such a week is unusual for this
/// user: its length must exceed the 90 % threshold of the user's own gaps in the last 365 days (so nothing
/// is cut for a user who reaches out rarely, or with fewer than 9 gaps). Source: metrics.md 2.5, last line.
[[nodiscard]] std::vector<QuietTime> quiet_times(std::span<const Day> active, Day today);

/// e: days from `last` (a contact day) to `today` without the quiet days between; 0 if last >= today.
[[nodiscard]] int elapsed_days(Day last, Day today, std::span<const QuietTime> quiet);

}  // namespace goodturn::relations
