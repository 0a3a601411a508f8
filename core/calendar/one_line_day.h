// A day in a one-line entry, however it is written.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "core/base/time.h"
#include "core/calendar/one_line_token.h"
#include "core/calendar/one_line_words.h"

namespace goodturn::calendar {

struct LineDay {
  std::optional<Day>
      day;  ///< nullopt: it names a time, and no day that could be read: "last week", "30 February"
  std::size_t first = 0;    ///< its first word
  std::size_t end = 0;      ///< behind its last word
  bool needs_lead = false;  ///< might be something else without "on" or "by" before it
  bool is_past = false;     ///< "last Friday", "3 days ago", "yesterday": it says so itself
};

/// What stands at a place: "today", "yesterday" …, "the day before yesterday", 2026-05-12, "3 days ago", "in
/// two weeks", "last Friday", "Friday", "12 May", "May 12", "12 May 2026", "12.5.", "12.5.2026". Without a
/// year it is the nearest one in the direction. Unreadable are days that the calendar has not, figures with
/// "/" whose order nobody knows, "next Friday", and weeks, months and years. nullopt: none of these.
[[nodiscard]] std::optional<LineDay> line_day_at(std::span<const LineToken> tokens, std::size_t at,
                                                 const LineWords& words, Day today, Toward toward);

}  // namespace goodturn::calendar
