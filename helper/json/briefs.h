// Briefs before meetings as JSON.
#pragma once

#include "helper/json/json.h"
#include "helper/meetings/briefs.h"

namespace goodturn::helper {

/// MeetingList of the contract.
[[nodiscard]] Json json_of(const std::vector<MeetingBrief>& briefs);

}  // namespace goodturn::helper
