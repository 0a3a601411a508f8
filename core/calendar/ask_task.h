// The task of an open ask: what to do, step by step, as a VTODO beside the follow-ups (features.md row 82).
// It carries no rule, so it is no suggestion: it neither expires with the week nor counts for the budget.
#pragma once

#include <optional>
#include <string>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/calendar/journal.h"
#include "core/text/document.h"

namespace goodturn::calendar {

struct AskTask {
  Uid uid;                           ///< ask_task_uid
  Uid ask;                           ///< RELATED-TO
  NamedPerson person;                ///< X-GOODTURN-CONTACTS and CONTACT
  std::string summary;               ///< SUMMARY: "Ask Ada Example: feedback"
  std::string text;                  ///< DESCRIPTION: what was asked, then one step a line
  Day due{};                         ///< DUE;VALUE=DATE
  std::optional<Instant> completed;  ///< COMPLETED, with STATUS:COMPLETED
  bool operator==(const AskTask&) const = default;
};

/// Of the ask: one task for each.
[[nodiscard]] Uid ask_task_uid(const Uid& ask);
/// The first VTODO when it is the task of an ask; else nullopt. What is missing or wrong in it reads as
/// absent.
[[nodiscard]] std::optional<AskTask> read_ask_task(const text::Document& document);
/// A new VCALENDAR text with one VTODO: CLASS:PRIVATE, CATEGORIES net and ask, never ATTENDEE or VALARM.
[[nodiscard]] std::string write_ask_task(const AskTask& task, Instant stamp);
/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_ask_task(const text::Document& document, const AskTask& task, Instant stamp);

}  // namespace goodturn::calendar
