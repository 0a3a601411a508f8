#include "core/calendar/goal.h"

#include <array>
#include <charconv>

#include "core/calendar/journal.h"
#include "core/calendar/own_lines.h"

namespace goodturn::calendar {
namespace {

constexpr int most_a_week = 1000;
constexpr double hours_of_a_week = 168;

/// The shortest digits that read back as the same number; empty for 0.
std::string hours_text(double hours) {
  if (hours == 0) return {};
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), hours);
  return error == std::errc() ? std::string(digits.data(), end) : std::string();
}

OwnLines lines_of(const Goal& goal) {
  return journal_lines(
      {goal.uid, JournalKind::goal, std::nullopt, title_of(JournalKind::goal, goal.purpose), goal.purpose},
      {list_line("X-GOODTURN-TITLES", goal.titles), list_line("X-GOODTURN-INDUSTRIES", goal.industries),
       list_line("X-GOODTURN-COMPANIES", goal.companies), list_line("X-GOODTURN-CONTACTS", goal.targets),
       day_line("X-GOODTURN-DUE", goal.deadline),
       value_line("X-GOODTURN-WEEKLY-TOUCHES", std::to_string(goal.weekly_touches)),
       count_line("X-GOODTURN-WEEKLY-ASKS", goal.weekly_asks),
       value_line("X-GOODTURN-WEEKLY-HOURS", hours_text(goal.weekly_hours))});
}

}  // namespace

std::optional<Goal> read_goal(const text::Document& document) {
  const auto journal = JournalReader::open(document, JournalKind::goal);
  if (!journal) return std::nullopt;
  Goal goal;
  goal.uid = journal->uid();
  goal.titles = journal->list("X-GOODTURN-TITLES");
  goal.industries = journal->list("X-GOODTURN-INDUSTRIES");
  goal.companies = journal->list("X-GOODTURN-COMPANIES");
  goal.targets = journal->uids("X-GOODTURN-CONTACTS");
  goal.deadline = journal->day("X-GOODTURN-DUE");
  goal.weekly_touches =
      journal->count("X-GOODTURN-WEEKLY-TOUCHES", most_a_week).value_or(goal.weekly_touches);
  goal.weekly_asks = journal->count("X-GOODTURN-WEEKLY-ASKS", most_a_week).value_or(0);
  goal.weekly_hours = journal->amount("X-GOODTURN-WEEKLY-HOURS", hours_of_a_week).value_or(0);
  goal.purpose = journal->text("DESCRIPTION");
  return goal;
}

std::string write_goal(const Goal& goal, Instant stamp) {
  return write_item("VJOURNAL", lines_of(goal), stamp);
}

std::string update_goal(const text::Document& document, const Goal& goal, Instant stamp) {
  const auto before = read_goal(document);
  if (!before) return document.print();
  return update_item(document, "VJOURNAL", lines_of(*before), lines_of(goal), stamp);
}

}  // namespace goodturn::calendar
