// Closing follow-ups that need no answer any more.
#pragma once

#include <vector>

#include "core/calendar/follow_up.h"
#include "helper/index/snapshot.h"

namespace goodturn::helper {

/// Neither done, nor answered, nor withdrawn.
[[nodiscard]] inline bool is_open(const calendar::FollowUp& row) {
  return !row.completed && !row.action && !row.expired;
}

/// The follow-ups that have to be closed now, already marked: completed without action when a touch or a
/// settled record answered them, expired when their week is over, their person is gone, snoozed, not to
/// be suggested, or (keep-in-touch) has a planned meeting.
[[nodiscard]] std::vector<calendar::FollowUp> settle(const std::vector<calendar::FollowUp>& follow_ups,
                                                     const Snapshot& snapshot, Now now);

/// Whether an open follow-up of this week would not be closed now.
[[nodiscard]] bool still_stands(const calendar::FollowUp& row, const Snapshot& snapshot, Day today);

}  // namespace goodturn::helper
