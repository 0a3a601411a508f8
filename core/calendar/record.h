// Records: what Goodturn adds, as VJOURNAL items in the Journal collection (formats.md 4.2).
// One record = one item with a stable UID, hanging on the person's UID.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/text/document.h"

namespace goodturn::calendar {

inline constexpr int most_others = 500;  ///< more than anybody counts at one meeting

struct Record {
  Uid uid;  ///< "goodturn-<hex>"
  RecordKind kind = RecordKind::note;
  /// X-GOODTURN-CONTACTS; in a journal of another program CONTACT's ALTREP, else "mailto:" and the address of
  /// the first ATTENDEE.
  Uid person;
  std::string person_name;                  ///< CONTACT, for other programs
  Instant at{};                             ///< when it happened: DTSTART
  std::string text;                         ///< DESCRIPTION
  std::optional<Channel> channel;           ///< X-GOODTURN-CHANNEL: touch
  Direction direction = Direction::mutual;  ///< X-GOODTURN-DIRECTION: touch
  std::optional<GiveKind> give_kind;        ///< X-GOODTURN-GIVE-KIND: gave, received
  int size = 1;                             ///< X-GOODTURN-SIZE 1–3: gave, received
  std::optional<Day> due;                   ///< X-GOODTURN-DUE: promised
  std::optional<Day> settled;               ///< X-GOODTURN-SETTLED: received was thanked, promise kept
  bool asked = false;                       ///< X-GOODTURN-ASKED:TRUE: gave, received on request
  bool crisis = false;                      ///< X-GOODTURN-CRISIS:TRUE: help in a crisis
  std::optional<int> depth;                 ///< X-GOODTURN-DEPTH 1–3: touch (metrics.md 2.1)
  Uid ask;                                  ///< X-GOODTURN-ASK: the ask that a touch belongs to; may be empty
  /// X-GOODTURN-OTHERS: how many took part besides the user, this person among them: touch (metrics.md 2.1).
  int others = 1;
  std::vector<Uid> with{};  ///< X-GOODTURN-WITH: those of them who are known, without this person: touch
  bool operator==(const Record&) const = default;
};

/// The record of the first VJOURNAL, whoever wrote it: a foreign journal with our X- lines missing is a
/// note without person. nullopt when there is no VJOURNAL, or it is one of the kinds of journal.h.
[[nodiscard]] std::optional<Record> read_record(const text::Document& document);

/// A new VCALENDAR text with one VJOURNAL. `stamp` becomes DTSTAMP. CRLF, folded at 75 octets.
[[nodiscard]] std::string write_record(const Record& record, Instant stamp);

/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_record(const text::Document& document, const Record& record, Instant stamp);

}  // namespace goodturn::calendar
