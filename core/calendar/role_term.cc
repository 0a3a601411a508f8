#include "core/calendar/role_term.h"

#include "core/calendar/own_lines.h"

namespace goodturn::calendar {
namespace {

OwnLines lines_of(const RoleTerm& term) {
  const std::string& name = term.person.name;
  return journal_lines({term.uid, JournalKind::role_term, term.since,
                        name.empty() ? term.role : term.role + ": " + name, term.text},
                       joined(person_lines(term.person), {text_line("X-GOODTURN-ROLE", term.role),
                                                          day_line("X-GOODTURN-UNTIL", term.until)}));
}

}  // namespace

Uid role_term_uid(const Uid& person, const std::string& role, Day since) {
  return derived_uid(JournalKind::role_term, {person.value, role, to_basic(since)});
}

std::optional<RoleTerm> read_role_term(const text::Document& document) {
  const auto journal = JournalReader::open(document, JournalKind::role_term);
  if (!journal) return std::nullopt;
  RoleTerm term;
  term.uid = journal->uid();
  term.person = journal->person();
  term.role = journal->text("X-GOODTURN-ROLE");
  term.since = journal->start();
  term.until = journal->day("X-GOODTURN-UNTIL");
  term.text = journal->text("DESCRIPTION");
  return term;
}

std::string write_role_term(const RoleTerm& role_term, Instant stamp) {
  return write_item("VJOURNAL", lines_of(role_term), stamp);
}

std::string update_role_term(const text::Document& document, const RoleTerm& role_term, Instant stamp) {
  const auto before = read_role_term(document);
  if (!before) return document.print();
  return update_item(document, "VJOURNAL", lines_of(*before), lines_of(role_term), stamp);
}

}  // namespace goodturn::calendar
