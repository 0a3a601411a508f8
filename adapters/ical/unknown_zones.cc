#include "adapters/ical/unknown_zones.h"

namespace goodturn::ical {

std::set<std::string> unknown_zones(const text::Document& document, Zones& zones) {
  std::set<std::string> named;
  for (const text::Line& line : document.lines()) {
    const text::Property property = line.property();
    if (const auto tzid = property.parameter("TZID"); !tzid.empty()) named.emplace(tzid);
  }
  std::erase_if(named, [&](const std::string& tzid) { return zones.known(tzid, document).has_value(); });
  return named;
}

}  // namespace goodturn::ical
