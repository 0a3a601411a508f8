// Role terms: who held which role for the user, from when to when (features.md rows 7 and 90).
#pragma once

#include <optional>
#include <string>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/calendar/journal.h"
#include "core/text/document.h"

namespace goodturn::calendar {

/// Its fields are those of network::RoleTerm, with the person's name.
struct RoleTerm {
  Uid uid;                   ///< role_term_uid
  NamedPerson person;        ///< X-GOODTURN-CONTACTS and CONTACT
  std::string role;          ///< X-GOODTURN-ROLE: a word of the vocabulary or the user's own ("cold")
  Day since{};               ///< DTSTART
  std::optional<Day> until;  ///< X-GOODTURN-UNTIL: closed by the user; nullopt: holds
  std::string text;          ///< DESCRIPTION; may be empty
  bool operator==(const RoleTerm&) const = default;
};

/// Of person, role and first day: a role that is closed and opened again is another term.
[[nodiscard]] Uid role_term_uid(const Uid& person, const std::string& role, Day since);
/// The first VJOURNAL when it is a role term; else nullopt. What is missing or wrong in it reads as absent.
[[nodiscard]] std::optional<RoleTerm> read_role_term(const text::Document& document);
/// A new VCALENDAR text with one VJOURNAL. `stamp` becomes DTSTAMP. CRLF, folded at 75 octets.
[[nodiscard]] std::string write_role_term(const RoleTerm& role_term, Instant stamp);
/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_role_term(const text::Document& document, const RoleTerm& role_term,
                                           Instant stamp);

}  // namespace goodturn::calendar
