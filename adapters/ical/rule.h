// Recurrence rules, let through only where libical 3 walks them in bounded time (security.md 2.1).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/ical/zone.h"

namespace goodturn::ical {

inline constexpr std::size_t most_instances = 3500;
inline constexpr std::size_t most_steps = 10000;
/// Of all rules of an item together: no number of rules takes longer than a few do.
inline constexpr std::size_t most_steps_of_item = 30000;

/// True for rules that may be handed to libical: daily or coarser, week numbers that exist
/// (`MONTHLY;BYDAY=53MO` takes 1.3 s per call), few clock times a day, a
/// day that some year has, the Gregorian calendar.
[[nodiscard]] bool is_walkable(std::string_view rule);

/// True for what a time zone needs: walkable, yearly, without clock parts.
[[nodiscard]] bool is_plain_yearly(std::string_view rule);

/// Where a rule starts and which of its instances are wanted.
struct Walk {
  LocalTime start;
  bool is_date = false;
  Zone zone;           ///< zone of `start`: the meaning of an UNTIL in UTC
  LocalTime earliest;  ///< instances before are walked but not returned
  LocalTime latest;    ///< the walk ends after this
};

/// Instances from the rule's true start (COUNT counts from there), ascending, at most 3,500 and after at
/// most 10,000 steps, which are taken from `steps_left`. A rule that is not walkable, or for which no step is
/// left, has none.
[[nodiscard]] std::vector<LocalTime> walk(std::string_view rule, const Walk& wanted, std::size_t& steps_left);

}  // namespace goodturn::ical
