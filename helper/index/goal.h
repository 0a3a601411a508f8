// A goal as it is kept, in the terms of core/network.
#pragma once

#include "core/calendar/goal.h"
#include "core/network/goal.h"

namespace goodturn::helper {

/// The same goal, with its weekly figures as one budget.
[[nodiscard]] network::Goal network_goal(const calendar::Goal& goal);

}  // namespace goodturn::helper
