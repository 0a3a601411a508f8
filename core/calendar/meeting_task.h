// The tasks around a meeting, as VTODO beside the follow-ups: the brief before it and the question after it
// (features.md rows 75 and 86). They carry no rule, so they are no suggestions: they neither count for the
// weekly budget nor leave with the week.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/text/document.h"

namespace goodturn::calendar {

enum class MeetingMoment { before, after };

struct MeetingTask {
  Uid uid;                                       ///< meeting_task_uid
  MeetingMoment moment = MeetingMoment::before;  ///< told by the UID
  Uid event;                                     ///< RELATED-TO: the meeting
  Instant start{};                               ///< X-GOODTURN-START: of the meeting
  std::vector<Uid> people;                       ///< X-GOODTURN-CONTACTS, joined
  std::string summary;                           ///< SUMMARY
  std::string text;                              ///< DESCRIPTION: what was written, and what the user added
  std::string written;                           ///< X-GOODTURN-WRITTEN: what was written
  Instant due{};                        ///< DUE: before: a moment; after: a date, as its midnight UTC
  bool completed = false;               ///< STATUS:COMPLETED
  std::optional<Instant> completed_at;  ///< COMPLETED
  bool cancelled = false;               ///< STATUS:CANCELLED
  bool withdrawn = false;               ///< X-GOODTURN-EXPIRED:TRUE: cancelled by Goodturn
  std::optional<Action> action;         ///< X-GOODTURN-ACTION: done or not-now, once taken over
  bool operator==(const MeetingTask&) const = default;
};

/// Of one occurrence: the same on every computer. A meeting that is moved gets another.
[[nodiscard]] Uid meeting_task_uid(MeetingMoment moment, const Uid& event, Instant start);
/// By the UID alone.
[[nodiscard]] bool is_meeting_task(const Uid& uid);

/// The first VTODO when it is such a task; else nullopt. What is missing or wrong in it reads as absent.
[[nodiscard]] std::optional<MeetingTask> read_meeting_task(const text::Document& document);
/// Those of all VTODO components of a calendar, in their order.
[[nodiscard]] std::vector<MeetingTask> read_meeting_tasks(const text::Document& document);
/// What the user added to the text, on one line; empty: nothing.
[[nodiscard]] std::string added_words(const MeetingTask& task);
/// A new VCALENDAR text with one VTODO: CLASS:PRIVATE, CATEGORIES net and meeting, never ATTENDEE or VALARM.
[[nodiscard]] std::string write_meeting_task(const MeetingTask& task, Instant stamp);
/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_meeting_task(const text::Document& document, const MeetingTask& task,
                                              Instant stamp);

}  // namespace goodturn::calendar
