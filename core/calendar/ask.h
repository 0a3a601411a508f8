// Asks: what the user asked of a person, and how it went (features.md, data model).
#pragma once

#include <optional>
#include <string>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/calendar/journal.h"
#include "core/text/document.h"

namespace goodturn::calendar {

/// Its fields are those of relations::Ask, with the person's name, a day and a text for people.
struct Ask {
  Uid uid;                          ///< "goodturn-<hex>", a fresh one: a person may be asked twice a day
  NamedPerson person;               ///< X-GOODTURN-CONTACTS and CONTACT
  Day day{};                        ///< DTSTART: asked on
  AskKind kind = AskKind::advice;   ///< X-GOODTURN-ASK-KIND
  AskState state = AskState::open;  ///< X-GOODTURN-ASK-STATE
  std::string next_step;            ///< X-GOODTURN-NEXT-STEP; may be empty
  std::optional<Day> due;           ///< X-GOODTURN-DUE: when the next step is due
  std::string text;                 ///< DESCRIPTION: what was asked; may be empty
  bool operator==(const Ask&) const = default;
};

/// The first VJOURNAL when it is an ask; else nullopt. What is missing or wrong in it reads as absent.
[[nodiscard]] std::optional<Ask> read_ask(const text::Document& document);
/// A new VCALENDAR text with one VJOURNAL. `stamp` becomes DTSTAMP. CRLF, folded at 75 octets.
[[nodiscard]] std::string write_ask(const Ask& ask, Instant stamp);
/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_ask(const text::Document& document, const Ask& ask, Instant stamp);

}  // namespace goodturn::calendar
