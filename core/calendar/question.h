// Questions put to a community, and when the first answer came (features.md row 18).
#pragma once

#include <optional>
#include <string>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/text/document.h"

namespace goodturn::calendar {

struct Question {
  Uid uid;                          ///< "goodturn-<hex>", a fresh one
  Uid community;                    ///< X-GOODTURN-COMMUNITY: the UID of its item
  std::string community_name;       ///< X-GOODTURN-NAMES, for when that item is gone, and SUMMARY
  Instant asked{};                  ///< DTSTART, to the second
  std::optional<Instant> answered;  ///< X-GOODTURN-ANSWERED-AT: the first answer, to the second
  std::string text;                 ///< DESCRIPTION: what was asked
  bool operator==(const Question&) const = default;
};

/// The first VJOURNAL when it is a question; else nullopt. What is missing or wrong in it reads as absent.
[[nodiscard]] std::optional<Question> read_question(const text::Document& document);
/// A new VCALENDAR text with one VJOURNAL. `stamp` becomes DTSTAMP. CRLF, folded at 75 octets.
[[nodiscard]] std::string write_question(const Question& question, Instant stamp);
/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_question(const text::Document& document, const Question& question,
                                          Instant stamp);

/// Whole minutes from asking to the first answer, 0 at least; nullopt while there is none.
[[nodiscard]] std::optional<int> minutes_to_answer(const Question& question);

}  // namespace goodturn::calendar
