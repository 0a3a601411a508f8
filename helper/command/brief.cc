#include "helper/command/brief.h"

#include "helper/command/bench.h"
#include "helper/json/briefs.h"

namespace goodturn::helper {
namespace {

void print(Console& console, const MeetingBrief& brief, std::size_t number) {
  const std::string title = brief.summary.empty() ? "A meeting" : printable(brief.summary);
  console.line(std::to_string(number) + ". " + title + ", " + to_iso(brief.start));
  for (const suggest::PersonBrief& person : brief.people) {
    console.line("   " + printable(person.name));
    for (const std::string& fact : person.facts) console.line("     - " + printable(fact));
    console.line("     Ask: " + printable(person.question));
    console.line("     Give: " + printable(person.offer));
  }
  for (const std::string& note : brief.notes) console.line("   " + note);
  if (!brief.hope.empty()) console.line("   You hope to learn: " + printable(brief.hope));
  if (!brief.learned.empty()) console.line("   You learned: " + printable(brief.learned));
  if (brief.is_over && brief.learned.empty()) console.line("   What did you learn?");
  if (!brief.is_over && brief.hope.empty()) console.line("   What do you hope to learn?");
}

Exit answered(Bench& bench, const MeetingBrief& brief, Lesson lesson, const std::string& text) {
  const auto noted = answer_lesson(bench.world(), bench.undo(), brief.event, brief.start, lesson, text);
  if (!noted) return bench.failed(noted.error());
  return bench.done("Noted.", Json::object());
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
          {ErrorKind::not_found, "Say which meeting: its number in `goodturn brief`.", "", 0, {}});
    const MeetingBrief& chosen = (*briefs)[arguments.number - 1];
    return arguments.hope.empty() ? answered(*bench, chosen, Lesson::learned, arguments.learned)
                                  : answered(*bench, chosen, Lesson::hoped, arguments.hope);
  }
  for (std::size_t i = 0; i < briefs->size(); ++i) print(shell.console, (*briefs)[i], i + 1);
  if (briefs->empty()) shell.console.line("No meeting in these hours calls for a brief.");
  shell.console.answer(json_of(*briefs));
  return Exit::ok;
}

}  // namespace goodturn::helper
