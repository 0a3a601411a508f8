// Introductions of two people, with the consent of each (metrics.md 2.13).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/calendar/journal.h"
#include "core/text/document.h"

namespace goodturn::calendar {

/// What one of the two said. A word that is not known reads as not_asked: nobody is introduced by a mistake.
enum class Consent { not_asked, asked, yes, no };
/// "not-asked", "asked", "yes", "no".
[[nodiscard]] std::string_view to_string(Consent consent) noexcept;
[[nodiscard]] std::optional<Consent> parse_consent(std::string_view word) noexcept;

/// Its fields are those of network::Introduction, with the day it was taken up and names for people.
struct Introduction {
  Uid uid;                                 ///< introduction_uid
  NamedPair people;                        ///< X-GOODTURN-CONTACTS and X-GOODTURN-NAMES; a is asked first
  Day day{};                               ///< DTSTART: taken up on
  std::string reason;                      ///< DESCRIPTION
  Consent consent_a = Consent::not_asked;  ///< X-GOODTURN-CONSENT-A
  Consent consent_b = Consent::not_asked;  ///< X-GOODTURN-CONSENT-B
  std::optional<Day> sent;                 ///< X-GOODTURN-SENT: the two were brought together
  std::string outcome;                     ///< X-GOODTURN-OUTCOME; may be empty
  bool operator==(const Introduction&) const = default;
};

/// Of the two people, in whatever order, and the day: the same pair can be introduced again another day.
[[nodiscard]] Uid introduction_uid(const Uid& a, const Uid& b, Day day);
/// The first VJOURNAL when it is an introduction; else nullopt. What is missing or wrong in it reads as
/// absent.
[[nodiscard]] std::optional<Introduction> read_introduction(const text::Document& document);
/// A new VCALENDAR text with one VJOURNAL. `stamp` becomes DTSTAMP. CRLF, folded at 75 octets.
[[nodiscard]] std::string write_introduction(const Introduction& introduction, Instant stamp);
/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_introduction(const text::Document& document,
                                              const Introduction& introduction, Instant stamp);

}  // namespace goodturn::calendar
