// Briefs before meetings as JSON.
#pragma once

#include "helper/json/json.h"
#include "helper/meetings/briefs.h"
#include "helper/words/language.h"

namespace goodturn::helper {

/// MeetingList of the contract.
[[nodiscard]] Json json_of(const std::vector<MeetingBrief>& briefs, Language language);

}  // namespace goodturn::helper
