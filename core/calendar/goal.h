// Goals: what the user's networking is for (features.md rows 57 and 70).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/text/document.h"

namespace goodturn::calendar {

/// Its fields are those of network::Goal.
struct Goal {
  Uid uid;                              ///< "goodturn-<hex>", a fresh one
  std::vector<std::string> titles;      ///< X-GOODTURN-TITLES; trimmed and not empty, as the next two
  std::vector<std::string> industries;  ///< X-GOODTURN-INDUSTRIES
  std::vector<std::string> companies;   ///< X-GOODTURN-COMPANIES
  std::vector<Uid> targets;             ///< X-GOODTURN-CONTACTS: people to reach
  std::optional<Day> deadline;          ///< X-GOODTURN-DUE
  int weekly_touches = 5;               ///< X-GOODTURN-WEEKLY-TOUCHES, 0–1000
  int weekly_asks = 0;                  ///< X-GOODTURN-WEEKLY-ASKS, 0–1000
  double weekly_hours = 0;              ///< X-GOODTURN-WEEKLY-HOURS, 0–168
  std::string purpose;                  ///< DESCRIPTION: for whom it is good; may be empty
  bool operator==(const Goal&) const = default;
};

/// The first VJOURNAL when it is a goal; else nullopt. What is missing or wrong in it reads as absent.
[[nodiscard]] std::optional<Goal> read_goal(const text::Document& document);
/// A new VCALENDAR text with one VJOURNAL. `stamp` becomes DTSTAMP. CRLF, folded at 75 octets.
[[nodiscard]] std::string write_goal(const Goal& goal, Instant stamp);
/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_goal(const text::Document& document, const Goal& goal, Instant stamp);

}  // namespace goodturn::calendar
