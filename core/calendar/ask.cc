#include "core/calendar/ask.h"

#include "core/calendar/own_lines.h"

namespace goodturn::calendar {
namespace {

OwnLines lines_of(const Ask& ask) {
  return journal_lines(
      {ask.uid, JournalKind::ask, ask.day, title_of(JournalKind::ask, ask.person.name), ask.text},
      joined(person_lines(ask.person),
             {value_line("X-GOODTURN-ASK-KIND", to_string(ask.kind)),
              value_line("X-GOODTURN-ASK-STATE", to_string(ask.state)),
              text_line("X-GOODTURN-NEXT-STEP", ask.next_step), day_line("X-GOODTURN-DUE", ask.due)}));
}

}  // namespace

std::optional<Ask> read_ask(const text::Document& document) {
  const auto journal = JournalReader::open(document, JournalKind::ask);
  if (!journal) return std::nullopt;
  Ask ask;
  ask.uid = journal->uid();
  ask.person = journal->person();
  ask.day = journal->start();
  ask.kind = parse_ask_kind(journal->word("X-GOODTURN-ASK-KIND")).value_or(ask.kind);
  ask.state = parse_ask_state(journal->word("X-GOODTURN-ASK-STATE")).value_or(ask.state);
  ask.next_step = journal->text("X-GOODTURN-NEXT-STEP");
  ask.due = journal->day("X-GOODTURN-DUE");
  ask.text = journal->text("DESCRIPTION");
  return ask;
}

std::string write_ask(const Ask& ask, Instant stamp) { return write_item("VJOURNAL", lines_of(ask), stamp); }

std::string update_ask(const text::Document& document, const Ask& ask, Instant stamp) {
  const auto before = read_ask(document);
  if (!before) return document.print();
  return update_item(document, "VJOURNAL", lines_of(*before), lines_of(ask), stamp);
}

}  // namespace goodturn::calendar
