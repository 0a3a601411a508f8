// Follow-ups that became the same when cards became one person.
#pragma once

#include <vector>

#include "core/calendar/follow_up.h"
#include "helper/index/snapshot.h"

namespace goodturn::helper {

/// Leaves out an open follow-up when another open one says the same (rule, record) of another card of the
/// same person. Nothing is written: when the cards are parted again, both are back.
[[nodiscard]] std::vector<calendar::FollowUp> without_twins(const std::vector<calendar::FollowUp>& follow_ups,
                                                            const Snapshot& snapshot);

}  // namespace goodturn::helper
