// When a VEVENT takes place, as its lines say it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "adapters/ical/zones.h"
#include "core/text/document.h"

namespace goodturn::ical {

/// A DATE or DATE-TIME value with the zone that gives it its meaning.
struct Moment {
  LocalTime local;
  bool is_date = false;
  Zone zone;
  [[nodiscard]] Instant instant() const { return zone.to_instant(local); }
};

/// DURATION (RFC 5545 §3.3.6): days move the calendar, the rest moves the clock.
struct Length {
  std::chrono::days days{0};
  std::chrono::seconds exact{0};
};

/// One VEVENT. All lists may be empty.
struct Timing {
  std::size_t event = 0;  ///< its place among the VEVENTs of the document
  Moment start;
  Length length;
  std::vector<std::string> rules;    ///< RRULE
  std::vector<std::string> unrules;  ///< EXRULE of RFC 2445
  std::vector<Moment> extra;         ///< RDATE (of a PERIOD: its start)
  std::vector<Moment> except;        ///< EXDATE
  std::optional<Moment> replaces;    ///< RECURRENCE-ID
  bool and_future = false;           ///< RANGE=THISANDFUTURE
};

/// Timings of all VEVENTs that have a DTSTART, in document order. Only lines of up to 256 KiB, components
/// up to depth 8 and the first 10,000 lines of a component are looked at.
[[nodiscard]] std::vector<Timing> read_timings(const text::Document& document, Zones& zones);

}  // namespace goodturn::ical
