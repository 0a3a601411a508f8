#include "core/calendar/script.h"

#include "core/calendar/journal.h"
#include "core/calendar/own_lines.h"

namespace goodturn::calendar {
namespace {

constexpr int most_uses = 1'000'000;

OwnLines lines_of(const Script& script) {
  return journal_lines(
      {script.uid, JournalKind::script, std::nullopt, script.name, script.text},
      {text_line("X-GOODTURN-TRIGGER", script.trigger), day_line("X-GOODTURN-LAST-USED", script.last_used),
       count_line("X-GOODTURN-ANSWERED", script.answered),
       count_line("X-GOODTURN-UNANSWERED", script.unanswered)});
}

}  // namespace

Uid script_uid(const std::string& name) { return derived_uid(JournalKind::script, {name}); }

std::optional<Script> read_script(const text::Document& document) {
  const auto journal = JournalReader::open(document, JournalKind::script);
  if (!journal) return std::nullopt;
  Script script;
  script.uid = journal->uid();
  script.name = journal->text("SUMMARY");
  script.trigger = journal->text("X-GOODTURN-TRIGGER");
  script.text = journal->text("DESCRIPTION");
  script.last_used = journal->day("X-GOODTURN-LAST-USED");
  script.answered = journal->count("X-GOODTURN-ANSWERED", most_uses).value_or(0);
  script.unanswered = journal->count("X-GOODTURN-UNANSWERED", most_uses).value_or(0);
  return script;
}

std::string write_script(const Script& script, Instant stamp) {
  return write_item("VJOURNAL", lines_of(script), stamp);
}

std::string update_script(const text::Document& document, const Script& script, Instant stamp) {
  const auto before = read_script(document);
  if (!before) return document.print();
  return update_item(document, "VJOURNAL", lines_of(*before), lines_of(script), stamp);
}

}  // namespace goodturn::calendar
