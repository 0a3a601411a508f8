// The week's list as long as the budget: what a lower one withdraws, and a higher one brings back.
#pragma once

#include <vector>

#include "core/calendar/follow_up.h"
#include "helper/index/snapshot.h"
#include "helper/items/items.h"

namespace goodturn::helper {

/// The follow-ups of this week that change, with `expired` set or taken away. What is answered counts. The
/// least worth is withdrawn first, and never a task that somebody wrote into; what left the list this week
/// and still stands is brought back while there is room. Nothing is written.
[[nodiscard]] Result<std::vector<calendar::FollowUp>> fitted_to_budget(
    World& world, Items& items, const std::vector<calendar::FollowUp>& follow_ups, const Snapshot& snapshot,
    int budget);

}  // namespace goodturn::helper
