// Instants, calendar days and their text forms. Nothing here reads a clock: `now` is an argument.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace goodturn {

/// A point in time, UTC, whole seconds.
using Instant = std::chrono::sys_seconds;

/// A calendar date as days since 1970-01-01, free of any time zone: a birthday is a Day.
using Day = std::chrono::sys_days;

/// Both views of the present that decisions need: the instant and the user's local date.
struct Now {
  Instant instant;
  Day today;
};

/// Signed whole days from `from` to `to`.
[[nodiscard]] inline int days_between(Day from, Day to) { return static_cast<int>((to - from).count()); }

/// "2026-11-22". Years outside 0000–9999 are printed as they are.
[[nodiscard]] std::string to_iso(Day day);
/// "2026-11-22T14:05:00Z".
[[nodiscard]] std::string to_iso(Instant instant);
/// "20261122" and "20261122T140500Z": the basic forms of RFC 5545 §3.3.4 and §3.3.5.
[[nodiscard]] std::string to_basic(Day day);
[[nodiscard]] std::string to_basic(Instant instant);

/// Reads YYYY-MM-DD or YYYYMMDD; nothing else, and only dates that exist.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);
/// Reads YYYY-MM-DDThh:mm:ss[.fraction] or YYYYMMDDThhmmss, with Z or an offset ±hh[:]mm (none means UTC).
/// Fractions of a second (RFC 3339 section 5.6) are dropped.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);

}  // namespace goodturn
