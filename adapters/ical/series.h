// A meeting with all its instances: the master's rules, dates and the overrides of single instances.
#pragma once

#include <vector>

#include "adapters/ical/timing.h"
#include "core/calendar/event.h"

namespace goodturn::ical {

/// Occurrences of the VEVENTs of one UID that overlap [from, until), in no particular order. A zero-length
/// one overlaps when it starts inside. The steps of their rules are taken from `steps_left`; a meeting for
/// which none is left has its first instance and its dates only.
[[nodiscard]] std::vector<calendar::Occurrence> expand_series(const std::vector<Timing>& series, Instant from,
                                                              Instant until, std::size_t& steps_left);

}  // namespace goodturn::ical
