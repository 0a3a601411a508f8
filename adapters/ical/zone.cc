#include "adapters/ical/zone.h"

#include <libical/ical.h>

namespace goodturn::ical {

std::chrono::seconds Zone::offset_at(Instant instant) const {
  if (zone_ == nullptr) return std::chrono::seconds(0);
  auto utc =
      icaltime_from_timet_with_zone(instant.time_since_epoch().count(), 0, icaltimezone_get_utc_timezone());
  int daylight = 0;
  return std::chrono::seconds(icaltimezone_get_utc_offset_of_utc_time(zone_, &utc, &daylight));
}

// libical takes the second of two equal readings, and the offset after a gap, so the choice is made here.
Instant Zone::to_instant(LocalTime local) const {
  const Instant as_utc(local.time_since_epoch());
  if (zone_ == nullptr) return as_utc;
  const Instant with_earlier_offset = as_utc - offset_at(as_utc - std::chrono::days(1));
  if (to_local(with_earlier_offset) == local) return with_earlier_offset;
  const Instant with_later_offset = as_utc - offset_at(as_utc + std::chrono::days(1));
  return to_local(with_later_offset) == local ? with_later_offset : with_earlier_offset;
}

LocalTime Zone::to_local(Instant instant) const {
  return LocalTime(instant.time_since_epoch() + offset_at(instant));
}

}  // namespace goodturn::ical
