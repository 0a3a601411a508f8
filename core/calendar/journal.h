// What the journal items of Goodturn beside the plain records have in common: one VJOURNAL each, marked by
// X-GOODTURN-KIND and CATEGORIES, one line per X- name with several values in it (value_list.h).
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/calendar/own_lines.h"
#include "core/text/document.h"

namespace goodturn::calendar {

/// The kind of the first VJOURNAL; nullopt when there is none, or it is a plain record or a foreign one.
[[nodiscard]] std::optional<JournalKind> journal_kind(const text::Document& document);

/// A person as an item names them: the UID of the card and the name for other programs; either may be empty.
struct NamedPerson {
  Uid uid;
  std::string name;
  bool operator==(const NamedPerson&) const = default;
};
struct NamedPair {
  NamedPerson a, b;
  bool operator==(const NamedPair&) const = default;
};

/// "goodturn-<kind>-<hash of parts>": the same parts give the same UID on every machine, so that two of them
/// write one item and not two. The parts "ab", "c" and "a", "bc" differ.
[[nodiscard]] Uid derived_uid(JournalKind kind, std::initializer_list<std::string_view> parts);

/// Reads the lines of the first VJOURNAL. A line that is missing or wrong reads as absent. Lives no longer
/// than its document.
class JournalReader {
 public:
  /// nullopt when the document's journal is not of this kind.
  [[nodiscard]] static std::optional<JournalReader> open(const text::Document& document, JournalKind kind);

  [[nodiscard]] Uid uid() const;
  /// Lower case, for a word of the vocabulary.
  [[nodiscard]] std::string word(std::string_view name) const;
  /// The first line of that name as plain text.
  [[nodiscard]] std::string text(std::string_view name) const;
  /// The values of a joined line: each trimmed, empty ones left out.
  [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
  [[nodiscard]] std::vector<Uid> uids(std::string_view name) const;
  [[nodiscard]] std::optional<Day> day(std::string_view name) const;
  /// Whether the line says TRUE.
  [[nodiscard]] bool flag(std::string_view name) const;
  /// DTSTART, else CREATED, else DTSTAMP, as a date; 1970-01-01 when none of them can be read.
  [[nodiscard]] Day start() const;
  [[nodiscard]] std::optional<Instant> instant(std::string_view name) const;
  /// As start(), to the second; a date is its midnight UTC.
  [[nodiscard]] Instant moment() const;
  /// A whole number in [0, most].
  [[nodiscard]] std::optional<int> count(std::string_view name, int most) const;
  /// A decimal number in [0, most].
  [[nodiscard]] std::optional<double> amount(std::string_view name, double most) const;
  /// X-GOODTURN-CONTACTS with the name in CONTACT.
  [[nodiscard]] NamedPerson person() const;
  /// The first two of X-GOODTURN-CONTACTS with X-GOODTURN-NAMES; places are kept, so the first may be empty.
  [[nodiscard]] NamedPair pair() const;

 private:
  JournalReader(const text::Document& document, const text::Component& journal)
      : document_(&document), journal_(&journal) {}
  [[nodiscard]] std::string value(std::string_view name) const;
  [[nodiscard]] NamedPair both_of(std::string_view name) const;

  const text::Document* document_;
  const text::Component* journal_;
};

/// What every one of these items starts with.
struct JournalHead {
  Uid uid;
  JournalKind kind = JournalKind::ask;
  std::optional<Day> start;  ///< DTSTART;VALUE=DATE; without it the journal is bound to no day
  std::string title;         ///< SUMMARY
  std::string text;          ///< DESCRIPTION
  std::optional<Instant> moment = std::nullopt;  ///< DTSTART to the second, in the place of `start`
};
/// The head's lines, then `own`: CLASS:PRIVATE, CATEGORIES net and the kind, never ATTENDEE.
[[nodiscard]] OwnLines journal_lines(const JournalHead& head, OwnLines own);

/// `NAME:a\nb`: the values as one TEXT (value_list.h); no line when there is no value.
[[nodiscard]] OwnLine list_line(std::string name, const std::vector<std::string>& values);
[[nodiscard]] OwnLine list_line(std::string name, const std::vector<Uid>& values);
/// A list of one; no line for an empty UID. words.h reads it (first_contact).
[[nodiscard]] OwnLine uid_line(std::string name, const Uid& uid);
[[nodiscard]] OwnLine day_line(std::string name, const std::optional<Day>& day);
/// No line for 0, which is what a missing line means.
[[nodiscard]] OwnLine count_line(std::string name, int count);
/// No line when there is no number; 0 is written.
[[nodiscard]] OwnLine number_line(std::string name, const std::optional<int>& number);
/// `NAME:TRUE`; no line for false.
[[nodiscard]] OwnLine flag_line(std::string name, bool set);
/// CONTACT and X-GOODTURN-CONTACTS.
[[nodiscard]] OwnLines person_lines(const NamedPerson& person);
/// CONTACT with both names, X-GOODTURN-CONTACTS and X-GOODTURN-NAMES.
[[nodiscard]] OwnLines pair_lines(const NamedPair& pair);
/// `lines` with `more` behind them.
[[nodiscard]] OwnLines joined(OwnLines lines, OwnLines more);
/// "ask: Ada Example"; the kind alone without a name.
[[nodiscard]] std::string title_of(JournalKind kind, std::string_view name);
/// "Ada Example, Bob Example"; one name alone, or nothing, where names are missing.
[[nodiscard]] std::string names_of(const NamedPair& pair);

}  // namespace goodturn::calendar
