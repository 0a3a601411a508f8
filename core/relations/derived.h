// Derived rows: what one item says, a pure function of its text, the user's own addresses and the time
// window. Kept in the index; deleting and rebuilding them gives the same answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/calendar/follow_up.h"
#include "core/calendar/record.h"
#include "core/people/card.h"

namespace goodturn::relations {

/// One occurrence of a meeting that qualifies as contact once it lies in the past: 2–8 people with the
/// user, not declined by the user, not cancelled, not all-day. `tentative` ones never lie in the future.
struct Meeting {
  Uid event;
  Instant start{};
  Instant end{};
  Day day{};                            ///< local date of start
  std::string summary;
  std::vector<std::string> addresses;   ///< the others, lower case; the user, rooms, decliners left out
  bool operator==(const Meeting&) const = default;
};

/// At most one of person, record and follow_up is set; meetings only for events.
struct Derived {
  std::optional<people::Card> person;
  std::vector<Meeting> meetings;
  std::optional<calendar::Record> record;
  std::optional<calendar::FollowUp> follow_up;
  bool operator==(const Derived&) const = default;
};

}  // namespace goodturn::relations
