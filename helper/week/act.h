// Answering a follow-up: done, later, not now, never.
#pragma once

#include <optional>
#include <string>

#include "helper/items/undo.h"
#include "helper/week/week.h"

namespace goodturn::helper {

struct Answer {
  Action action = Action::done;
  std::optional<Day> until;        ///< later: not before this day; default a week from today
  std::optional<Channel> channel;  ///< done: how; default mail when there is an address, else message
  std::optional<Instant> at;       ///< done: when; default now
  std::string note;                ///< done: what about
};

struct Answered {
  WeekEntry entry;
  std::string undo;
};

/// Applies an answer to an open follow-up. done logs a touch and settles the record behind a thanks or a
/// promise; later snoozes the person; never sets do-not-suggest. Errors: not_found, precondition (already
/// answered), invalid (until not in the future).
Result<Answered> answer_follow_up(World& world, UndoLog& undo, const Uid& follow_up, const Answer& answer);

/// The same for a row that was read already, whatever its state; `person` may be nullptr. Call under
/// World::lock(), inside a transaction. `before` notes the earlier versions.
Result<void> answer_row(World& world, Items& items, const Person* person, calendar::FollowUp& row,
                        const Answer& answer, Before& before);

}  // namespace goodturn::helper
