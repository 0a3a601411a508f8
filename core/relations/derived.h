// Derived rows: what one item says, a pure function of its text, the user's own addresses and the time
// window. Kept in the index; deleting and rebuilding them gives the same answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/vocabulary.h"
#include "core/calendar/follow_up.h"
#include "core/calendar/record.h"
#include "core/people/card.h"
#include "core/relations/meeting.h"

namespace goodturn::relations {

/// A journal item of core/calendar/journal.h; its text is read again by whoever uses it.
struct JournalRow {
  JournalKind kind = JournalKind::ask;
  std::string text;
  bool operator==(const JournalRow&) const = default;
};

/// At most one of person, record, journal and follow_up is set; meetings only for events.
struct Derived {
  std::optional<people::Card> person;
  std::vector<Meeting> meetings;
  std::optional<calendar::Record> record;
  std::optional<JournalRow> journal;
  std::optional<calendar::FollowUp> follow_up;
  bool operator==(const Derived&) const = default;
};

}  // namespace goodturn::relations
