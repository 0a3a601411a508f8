// Identity: the user's word that two cards are one person, or that they are not. No card is changed by it.
#pragma once

#include <optional>
#include <string>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/calendar/journal.h"
#include "core/text/document.h"

namespace goodturn::calendar {

/// One item for each pair of cards; a person of three cards has three.
struct Identity {
  Uid uid;                         ///< identity_uid
  NamedPair cards;                 ///< X-GOODTURN-CONTACTS and X-GOODTURN-NAMES, the smaller UID first
  std::optional<Verdict> verdict;  ///< X-GOODTURN-VERDICT; without a known one the item says nothing
  Day day{};                       ///< DTSTART: said on
  std::string text;                ///< DESCRIPTION: why; may be empty
  bool operator==(const Identity&) const = default;
};

/// Of the two cards, in whatever order: two computers that join or part the same cards write one item, and
/// the newest word replaces the older one.
[[nodiscard]] Uid identity_uid(const Uid& a, const Uid& b);
/// The first VJOURNAL when it is an identity; else nullopt. What is missing or wrong in it reads as absent.
[[nodiscard]] std::optional<Identity> read_identity(const text::Document& document);
/// A new VCALENDAR text with one VJOURNAL. `stamp` becomes DTSTAMP. CRLF, folded at 75 octets.
[[nodiscard]] std::string write_identity(const Identity& identity, Instant stamp);
/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_identity(const text::Document& document, const Identity& identity,
                                          Instant stamp);

}  // namespace goodturn::calendar
