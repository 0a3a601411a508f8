// Scripts: prepared words for common situations (features.md row 72).
#pragma once

#include <optional>
#include <string>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/text/document.h"

namespace goodturn::calendar {

/// Its fields are those of relations::Script.
struct Script {
  Uid uid;                       ///< script_uid of the first name; it stays when the name changes
  std::string name;              ///< SUMMARY
  std::string trigger;           ///< X-GOODTURN-TRIGGER: when it fits; may be empty
  std::string text;              ///< DESCRIPTION, with {fields}
  std::optional<Day> last_used;  ///< X-GOODTURN-LAST-USED
  int answered = 0;              ///< X-GOODTURN-ANSWERED, 0–1,000,000
  int unanswered = 0;            ///< X-GOODTURN-UNANSWERED, 0–1,000,000
  bool operator==(const Script&) const = default;
};

/// Of the name. Where a script that was renamed still holds it, the new one takes a fresh "goodturn-<hex>".
[[nodiscard]] Uid script_uid(const std::string& name);
/// The first VJOURNAL when it is a script; else nullopt. What is missing or wrong in it reads as absent.
[[nodiscard]] std::optional<Script> read_script(const text::Document& document);
/// A new VCALENDAR text with one VJOURNAL. `stamp` becomes DTSTAMP. CRLF, folded at 75 octets.
[[nodiscard]] std::string write_script(const Script& script, Instant stamp);
/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_script(const text::Document& document, const Script& script, Instant stamp);

}  // namespace goodturn::calendar
