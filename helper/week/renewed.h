// Open follow-ups with today's numbers.
#pragma once

#include <map>
#include <vector>

#include "core/calendar/follow_up.h"
#include "core/suggest/suggestion.h"
#include "helper/index/snapshot.h"

namespace goodturn::helper {

/// The suggestions behind these follow-ups as they would be worded today, by UID: the candidates as if none
/// of them had been shown yet. One that has no ground any more is not among them.
[[nodiscard]] std::map<Uid, suggest::Suggestion> renewed(const Snapshot& snapshot,
                                                         const std::vector<calendar::FollowUp>& open);

}  // namespace goodturn::helper
