// Goodturn.ics: the week's follow-ups as a calendar, and what comes back from the calendar app.
#pragma once

#include <string>
#include <string_view>

#include "core/base/strong.h"
#include "helper/items/undo.h"
#include "helper/week/week.h"

namespace goodturn::helper {

struct Feed {
  std::string text;
  Etag etag;  ///< strong, made from the text
};

/// The open follow-ups of this week, those completed in it, and the tasks around meetings (meetings/tasks.h),
/// as one VCALENDAR. Publishes the week.
[[nodiscard]] Result<Feed> serve_feed(World& world);

/// Takes over a calendar that was written back. The change is what differs from the view that `if_match`
/// stands for, also when the list has moved on since: a completed task is `done` at its COMPLETED time, a
/// moved due date `later` until then, a missing or cancelled task `not now`; everything else is dropped.
/// For tasks around meetings see take_meeting_tasks().
/// The etag given back stands for the received text, so that the app's next refresh gets the present list.
/// Errors: precondition (an etag that was never served), parse (no VCALENDAR); then nothing is changed.
Result<Etag> take_feed(World& world, UndoLog& undo, const Etag& if_match, std::string_view body);

}  // namespace goodturn::helper
