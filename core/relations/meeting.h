// A meeting: one occurrence of a calendar event that is contact between people.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/calendar/event.h"
#include "core/relations/touch.h"

namespace goodturn::relations {

/// One occurrence of a meeting that qualifies as contact once it lies in the past: 2–8 people with the
/// user, not declined by the user, not cancelled, not all-day. `tentative` ones never lie in the future.
struct Meeting {
  Uid event;
  Instant start{};
  Instant end{};
  Day day{};                           ///< local date of start
  std::string summary;                 ///< empty for events of CLASS PRIVATE or CONFIDENTIAL
  std::vector<std::string> addresses;  ///< the others, lower case, no rooms or decliners; none: appointment.h
  bool is_free = false;                ///< the user is not busy then (calendar::Event)
  bool operator==(const Meeting&) const = default;
};

/// The user's local calendar date of an instant (ports.h: Recurrence::local_day).
using LocalDay = std::function<Day(Instant)>;

/// The occurrences that are meetings, in the order given. `occurrences[i].event` indexes `events`;
/// an index out of range is left out. `own_addresses` may be in any letter case.
///
/// Rules (issue 2, point 5): all-day, cancelled, declined or delegated by the user: none. Tentative (the
/// event or the user's answer) counts only when start <= now. Rooms, resources, decliners and people who
/// sent a delegate are not there. Two to eight people with the user; the user alone is no meeting. A
/// calendar in which the user is not named is still the user's: the others are counted plus the user.
/// People without an e-mail address count for the size, but cannot be matched.
[[nodiscard]] std::vector<Meeting> meetings_of(std::span<const calendar::Event> events,
                                               std::span<const calendar::Occurrence> occurrences,
                                               std::span<const std::string> own_addresses,
                                               const LocalDay& local_day, Instant now);

/// The touch that a meeting is for each of its people: channel meeting, mutual, weight 1/others.
/// nullopt while it lies in the future (start > now): then it is planned, not contact.
[[nodiscard]] std::optional<Touch> touch_of(const Meeting& meeting, Instant now);

}  // namespace goodturn::relations
