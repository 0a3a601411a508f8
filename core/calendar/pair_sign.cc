#include "core/calendar/pair_sign.h"

#include <algorithm>

#include "core/calendar/own_lines.h"

namespace goodturn::calendar {
namespace {

OwnLines lines_of(const PairSign& sign) {
  return journal_lines(
      {sign.uid, JournalKind::pair, sign.day, title_of(JournalKind::pair, names_of(sign.people)), sign.text},
      joined(pair_lines(sign.people),
             {value_line("X-GOODTURN-EVIDENCE",
                         sign.evidence ? to_string(*sign.evidence) : std::string_view())}));
}

}  // namespace

Uid pair_sign_uid(const Uid& a, const Uid& b) {
  const auto& [first, second] = std::minmax(a.value, b.value);
  return derived_uid(JournalKind::pair, {first, second});
}

std::optional<PairSign> read_pair_sign(const text::Document& document) {
  const auto journal = JournalReader::open(document, JournalKind::pair);
  if (!journal) return std::nullopt;
  PairSign sign;
  sign.uid = journal->uid();
  sign.people = journal->pair();
  sign.evidence = parse_pair_evidence(journal->word("X-GOODTURN-EVIDENCE"));
  sign.day = journal->start();
  sign.text = journal->text("DESCRIPTION");
  return sign;
}

std::string write_pair_sign(const PairSign& pair_sign, Instant stamp) {
  return write_item("VJOURNAL", lines_of(pair_sign), stamp);
}

std::string update_pair_sign(const text::Document& document, const PairSign& pair_sign, Instant stamp) {
  const auto before = read_pair_sign(document);
  if (!before) return document.print();
  return update_item(document, "VJOURNAL", lines_of(*before), lines_of(pair_sign), stamp);
}

}  // namespace goodturn::calendar
