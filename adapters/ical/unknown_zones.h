// Time zones that nobody knows, so that the user can be told.
#pragma once

#include <set>
#include <string>

#include "adapters/ical/zones.h"

namespace goodturn::ical {

/// The TZIDs of an iCalendar item that Zones::find() reads as the user's zone, as the item writes them.
[[nodiscard]] std::set<std::string> unknown_zones(const text::Document& document, Zones& zones);

}  // namespace goodturn::ical
