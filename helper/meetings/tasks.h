// The brief before a meeting and the question after it, as tasks of the Follow-ups collection.
#pragma once

#include <vector>

#include "core/calendar/feed.h"
#include "core/calendar/meeting_task.h"
#include "helper/journals/item_kind.h"

namespace goodturn::helper {

/// Keeps the tasks as the calendar and the user want them; calling it again changes nothing.
///
/// Before: from 24 hours ahead (usual_brief_hours), due an hour before the meeting or, where that is a quiet
/// time, as near as it gets outside the quiet hours. After: from its end or the end of the quiet time behind
/// it, for a week (coming_past): a question that nobody answered goes away. Of a series only the next and the
/// last meeting have one. People who are not to be suggested are left out, and a meeting with nobody else has
/// none; neither has anybody when the own profile says so. A meeting that was cancelled or moved loses its
/// tasks.
///
/// What the user did in another program is taken over first: words added to the text are what was hoped for
/// (before) or learned (after), kept as a note; a tick alone is an answer that says nothing more, since the
/// meeting itself counts as contact; a deleted or cancelled task stays away.
/// Returns whether a note was written. Under World::lock(), in a transaction.
Result<bool> keep_meeting_tasks(Desk& desk);

/// Those that the feed shows, as items: open, or ticked.
[[nodiscard]] Result<std::vector<std::pair<calendar::MeetingTask, std::string>>> shown_meeting_tasks(
    World& world, Items& items);

/// Takes over what a calendar that was put back says about them: `changes` names ticked, deleted and moved
/// ones among other tasks. Call as keep_meeting_tasks().
Result<void> take_meeting_tasks(Desk& desk, const text::Document& put, const calendar::FeedChanges& changes);

}  // namespace goodturn::helper
