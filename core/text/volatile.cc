#include <algorithm>
#include <array>

#include "core/text/meaning.h"

namespace goodturn::text {
namespace {

constexpr std::array<std::string_view, 6> volatile_properties = {
    "DTSTAMP",           // Radicale adds it when missing; every calendar program renews it on save
    "LAST-MODIFIED",     // Thunderbird sets it with every tick of a task
    "PRODID",            // names the last writer; every program puts its own in
    "REV",               // DAViCal adds it when missing; the time of the last write elsewhere
    "X-MOZ-GENERATION",  // Thunderbird counts it up with every save
    "X-RADICALE-NAME",   // old Radicale stores its own file name in the item
};

}  // namespace

bool is_volatile_property(std::string_view upper_name) noexcept {
  return std::find(volatile_properties.begin(), volatile_properties.end(), upper_name) !=
         volatile_properties.end();
}

// Radicale adds the VTIMEZONE that an event's TZID names; others cut its history or renew it.
bool is_volatile_component(std::string_view upper_name) noexcept { return upper_name == "VTIMEZONE"; }

}  // namespace goodturn::text
