#include <algorithm>

#include "helper/command/commands.h"
#include "helper/people/purpose.h"
#include "helper/week/exposure_words.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

/// Prints the list in one language.
class Sheet {
 public:
  Sheet(Shell& shell, Day today) : console_(shell.console), language_(shell.language), today_(today) {}

  void line(const Said& said) { console_.line(in_words(said, language_)); }

  /// The open ones have numbers.
  void entry(const WeekEntry& entry) {
    const suggest::Suggestion& one = entry.suggestion;
    Said head(entry.open() ? "week.list_open" : "week.list_answered",
              {{"title", in_words(one.title, language_)},
               {"rule", rule_words(one.rule)},
               {"due", said_day(one.due, today_)}});
    if (entry.open())
      head.arguments.push_back({"number", ++number_});
    else
      head.arguments.push_back({"state", std::string(entry.state())});
    line(head);
    console_.line("   " + in_sentences(one.why, language_));
    if (const std::string idea = in_words(one.idea, language_); !idea.empty()) console_.line("   → " + idea);
  }

 private:
  [[nodiscard]] std::string rule_words(Rule rule) const {
    std::string word(to_string(rule));
    std::replace(word.begin(), word.end(), '-', '_');  // names a branch of the message
    return in_words(Said("week.list_rule", {{"rule", std::move(word)}}), language_);
  }

  Console& console_;
  Language language_;
  Day today_;
  std::int64_t number_ = 0;
};

}  // namespace

Exit week(Shell& shell) {
  Publish publish = Publish::yes;
  auto world = shell.open(Access::write);
  if (!world && world.error().kind == ErrorKind::busy) {
    // Thunderbird's helper keeps the list; it can still be looked at.
    publish = Publish::no;
    world = shell.open(Access::read);
  }
  if (!world) return shell.console.failed(world.error());
  const auto list = this_week(**world, publish);
  if (!list) return shell.console.failed(list.error());
  Sheet sheet(shell, (*world)->now().today);
  sheet.line(Said("week.list_head", {{"week", list->name}}));
  const auto purpose = purpose_now(**world);
  if (!purpose) return shell.console.failed(purpose.error());
  if (!purpose->text.empty()) sheet.line(Said("week.list_purpose", {{"purpose", purpose->text}}));
  for (const WeekEntry& entry : list->entries) sheet.entry(entry);
  if (list->empty_reason) sheet.line(*list->empty_reason);
  for (const suggest::Resting& row : list->resting)
    sheet.line(
        Said("week.list_resting", {{"person", row.name}, {"line", in_words(row.line, shell.language)}}));
  for (const std::string& line : exposure_lines(list->exposure, shell.language)) shell.console.line(line);
  shell.console.answer(json_of(*list, shell.language));
  return Exit::ok;
}

}  // namespace goodturn::helper
