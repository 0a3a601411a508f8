// Answering a follow-up: done, later, not now, never.
#pragma once

#include <optional>
#include <string>

#include "helper/items/undo.h"
#include "helper/week/week.h"

namespace goodturn::helper {

struct Answer {
  Action action = Action::done;
  std::optional<Snooze> snooze;    ///< later: how; default after-date with `until`, else one-week
  std::optional<Day> until;        ///< later: not before this day; default a week from today
  std::optional<Channel> channel;  ///< done: how; default mail when there is an address, else message
  std::optional<Instant> at;       ///< done: when; default now
  std::string note;                ///< done: what about
};

struct Answered {
  WeekEntry entry;
  /// Put off for the second time in one silence: a slower rhythm in days that may suit better.
  std::optional<int> slower_cadence;
  std::string undo;
};

/// Applies an answer to an open follow-up. done logs a touch and settles the record behind a thanks or a
/// promise, and writes what the rule stands for (effect.h); later snoozes the person; never sets
/// do-not-suggest. Errors: not_found, precondition (already answered), invalid (until not in the future).
Result<Answered> answer_follow_up(World& world, UndoLog& undo, const Uid& follow_up, const Answer& answer);

/// Gives an open follow-up the user's own title, which later publications keep. One that was answered
/// meanwhile, or is not there, stays as it is. Errors: storage.
Result<void> retitle_follow_up(World& world, UndoLog& undo, const Uid& follow_up, const std::string& title);

/// The same as answer_follow_up for a row that was read already, whatever its state; its person may be
/// unknown. Call under World::lock(), inside a transaction. `before` notes the earlier versions.
Result<void> answer_row(World& world, Items& items, const Snapshot& snapshot, calendar::FollowUp& row,
                        const Answer& answer, Before& before);

}  // namespace goodturn::helper
