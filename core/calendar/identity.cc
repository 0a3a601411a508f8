#include "core/calendar/identity.h"

#include <algorithm>

#include "core/calendar/own_lines.h"

namespace goodturn::calendar {
namespace {

/// What other programs show as the title: the verdict must stand in it.
std::string heading_of(const Identity& identity) {
  const std::string names = names_of(identity.cards);
  if (!identity.verdict) return title_of(JournalKind::identity, names);
  const std::string word = identity.verdict == Verdict::same ? "same person" : "not the same person";
  return names.empty() ? word : word + ": " + names;
}

OwnLines lines_of(const Identity& identity) {
  return journal_lines(
      {identity.uid, JournalKind::identity, identity.day, heading_of(identity), identity.text},
      joined(pair_lines(identity.cards),
             {value_line("X-GOODTURN-VERDICT",
                         identity.verdict ? to_string(*identity.verdict) : std::string_view())}));
}

}  // namespace

Uid identity_uid(const Uid& a, const Uid& b) {
  const auto& [first, second] = std::minmax(a.value, b.value);
  return derived_uid(JournalKind::identity, {first, second});
}

std::optional<Identity> read_identity(const text::Document& document) {
  const auto journal = JournalReader::open(document, JournalKind::identity);
  if (!journal) return std::nullopt;
  Identity identity;
  identity.uid = journal->uid();
  identity.cards = journal->pair();
  identity.verdict = parse_verdict(journal->word("X-GOODTURN-VERDICT"));
  identity.day = journal->start();
  identity.text = journal->text("DESCRIPTION");
  return identity;
}

std::string write_identity(const Identity& identity, Instant stamp) {
  return write_item("VJOURNAL", lines_of(identity), stamp);
}

std::string update_identity(const text::Document& document, const Identity& identity, Instant stamp) {
  const auto before = read_identity(document);
  if (!before) return document.print();
  return update_item(document, "VJOURNAL", lines_of(*before), lines_of(identity), stamp);
}

}  // namespace goodturn::calendar
