#include "helper/index/local_time.h"

#include "core/people/utc_offset.h"

namespace goodturn::helper {

std::optional<std::chrono::minutes> LocalTimes::offset_of(const people::Card& card) {
  if (!card.zone.empty()) {
    const auto [known, is_new] = zones_.try_emplace(card.zone);
    if (is_new) {
      known->second = people::utc_offset(card.zone);
      if (!known->second) known->second = recurrence_.offset_of(card.zone, at_);
    }
    if (known->second) return known->second;
  }
  if (card.country.empty()) return std::nullopt;
  const auto [known, is_new] = countries_.try_emplace(card.country);
  if (is_new) known->second = recurrence_.offset_in(card.country, at_);
  return known->second;
}

Instant local_midnight(const Recurrence& recurrence, Day day) {
  // Local time is at most 14 hours ahead of UTC and 12 behind it.
  Instant before = Instant(day) - std::chrono::hours(15), after = Instant(day) + std::chrono::hours(13);
  while (after - before > std::chrono::seconds(1)) {
    const Instant middle = before + (after - before) / 2;
    (recurrence.local_day(middle) >= day ? after : before) = middle;
  }
  return after;
}

Instant local_noon(const Recurrence& recurrence, Day day) {
  const Instant from = local_midnight(recurrence, day);
  return from + (local_midnight(recurrence, day + std::chrono::days(1)) - from) / 2;
}

}  // namespace goodturn::helper
