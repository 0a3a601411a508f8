// Derived rows: what one item says, a pure function of its text, the user's own addresses and the time
// window. Kept in the index; deleting and rebuilding them gives the same answer.
#pragma once

#include <optional>
#include <vector>

#include "core/calendar/follow_up.h"
#include "core/calendar/record.h"
#include "core/people/card.h"
#include "core/relations/meeting.h"

namespace goodturn::relations {

/// At most one of person, record and follow_up is set; meetings only for events.
struct Derived {
  std::optional<people::Card> person;
  std::vector<Meeting> meetings;
  std::optional<calendar::Record> record;
  std::optional<calendar::FollowUp> follow_up;
  bool operator==(const Derived&) const = default;
};

}  // namespace goodturn::relations
