// What the tasks around a meeting say.
#pragma once

#include <string>

#include "core/calendar/meeting_task.h"
#include "helper/meetings/briefs.h"
#include "helper/words/language.h"

namespace goodturn::helper {

/// "Before “Budget review” with Ada Example"; "How was it with Ada Example?"
[[nodiscard]] std::string task_summary(calendar::MeetingMoment moment, const MeetingBrief& brief,
                                       Language language);
/// Before: the brief, with the question what the user hopes to learn, and the answer on a line of its own.
/// After: what it was about and what was hoped for, with the question what was learned.
[[nodiscard]] std::string task_text(calendar::MeetingMoment moment, const MeetingBrief& brief,
                                    Language language);

}  // namespace goodturn::helper
