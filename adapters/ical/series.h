// A meeting with all its instances: the master's rules, dates and the overrides of single instances.
#pragma once

#include <vector>

#include "adapters/ical/timing.h"
#include "core/calendar/event.h"

namespace goodturn::ical {

/// Occurrences of the VEVENTs of one UID that overlap [from, until), in no particular order. A zero-length
/// one overlaps when it starts inside.
[[nodiscard]] std::vector<calendar::Occurrence> expand_series(const std::vector<Timing>& series, Instant from,
                                                              Instant until);

}  // namespace goodturn::ical
