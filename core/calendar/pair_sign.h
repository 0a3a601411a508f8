// Pair signs: the user's word that two contacts know each other, or do not (metrics.md 2.14).
#pragma once

#include <optional>
#include <string>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/calendar/journal.h"
#include "core/text/document.h"

namespace goodturn::calendar {

/// What network::PairSign says by places in a list, said by UIDs.
struct PairSign {
  Uid uid;                               ///< pair_sign_uid
  NamedPair people;                      ///< X-GOODTURN-CONTACTS and X-GOODTURN-NAMES
  std::optional<PairEvidence> evidence;  ///< X-GOODTURN-EVIDENCE; without it the sign says nothing
  Day day{};                             ///< DTSTART: said on
  std::string text;                      ///< DESCRIPTION: how the user knows; may be empty
  bool operator==(const PairSign&) const = default;
};

/// Of the two people, in whatever order: one item per pair, so that the newest word replaces the older one.
[[nodiscard]] Uid pair_sign_uid(const Uid& a, const Uid& b);
/// The first VJOURNAL when it is a pair sign; else nullopt. What is missing or wrong in it reads as absent.
[[nodiscard]] std::optional<PairSign> read_pair_sign(const text::Document& document);
/// A new VCALENDAR text with one VJOURNAL. `stamp` becomes DTSTAMP. CRLF, folded at 75 octets.
[[nodiscard]] std::string write_pair_sign(const PairSign& pair_sign, Instant stamp);
/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_pair_sign(const text::Document& document, const PairSign& pair_sign,
                                           Instant stamp);

}  // namespace goodturn::calendar
