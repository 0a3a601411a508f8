#include "helper/command/brief.h"

#include "helper/command/bench.h"
#include "helper/json/briefs.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

/// Prints lines in one language.
class Sheet {
 public:
  explicit Sheet(Shell& shell) : console_(shell.console), language_(shell.language) {}

  void print(const MeetingBrief& brief, std::size_t number) {
    const std::string title = brief.summary.empty() ? words(Said("brief.untitled")) : brief.summary;
    line("", Said("brief.head",
                  {{"number", std::to_string(number)}, {"title", title}, {"start", to_iso(brief.start)}}));
    for (const suggest::PersonBrief& person : brief.people) {
      console_.line("   " + printable(person.name));
      for (const Said& fact : person.facts) line("     - ", fact);
      line("     ", Said("brief.ask", {{"question", words(person.question)}}));
      line("     ", Said("brief.give", {{"offer", words(person.offer)}}));
    }
    for (const Said& note : brief.notes) line("   ", note);
    lessons(brief);
  }

  void line(std::string_view indent, const Said& said) {
    console_.line(std::string(indent) + printable(words(said)));
  }

 private:
  [[nodiscard]] std::string words(const Said& said) const { return in_words(said, language_); }

  void lessons(const MeetingBrief& brief) {
    if (!brief.hope.empty()) line("   ", Said("brief.hope", {{"text", brief.hope}}));
    if (!brief.learned.empty()) line("   ", Said("brief.learned", {{"text", brief.learned}}));
    if (brief.is_over && brief.learned.empty()) line("   ", Said("brief.learned_question"));
    if (!brief.is_over && brief.hope.empty()) line("   ", Said("brief.hope_question"));
  }

  Console& console_;
  Language language_;
};

Exit answered(Bench& bench, const MeetingBrief& brief, Lesson lesson, const std::string& text) {
  const auto noted = answer_lesson(bench.world(), bench.undo(), brief.event, brief.start, lesson, text);
  if (!noted) return bench.failed(noted.error());
  return bench.done(Said("brief.kept"), Json::object());
}

}  // namespace

Exit brief(Shell& shell, const BriefArguments& arguments) {
  const bool answers = !arguments.hope.empty() || !arguments.learned.empty();
  auto bench = Bench::open(shell, answers ? Access::write : Access::read, {});
  if (!bench) return shell.console.failed(bench.error());
  const auto briefs = meeting_briefs(bench->world(), bench->snapshot(), arguments.hours);
  if (!briefs) return bench->failed(briefs.error());
  if (answers) {
    if (arguments.number < 1 || arguments.number > briefs->size())
      return shell.console.failed(
          {ErrorKind::not_found, in_words(Said("brief.which"), shell.language), "", 0, {}});
    const MeetingBrief& chosen = (*briefs)[arguments.number - 1];
    return arguments.hope.empty() ? answered(*bench, chosen, Lesson::learned, arguments.learned)
                                  : answered(*bench, chosen, Lesson::hoped, arguments.hope);
  }
  Sheet sheet(shell);
  for (std::size_t i = 0; i < briefs->size(); ++i) sheet.print((*briefs)[i], i + 1);
  if (briefs->empty()) sheet.line("", Said("brief.none"));
  shell.console.answer(json_of(*briefs, shell.language));
  return Exit::ok;
}

}  // namespace goodturn::helper
