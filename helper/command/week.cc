#include "helper/command/commands.h"
#include "helper/people/purpose.h"

namespace goodturn::helper {
namespace {

void print_entry(Console& console, const WeekEntry& entry, int number) {
  const suggest::Suggestion& one = entry.suggestion;
  const std::string mark =
      entry.open() ? std::to_string(number) + ". " : "   (" + std::string(entry.state()) + ") ";
  console.line(mark + one.title + "  [" + std::string(to_string(one.rule)) + ", by " + to_iso(one.due) + "]");
  console.line("   " + one.why);
  if (!one.idea.empty()) console.line("   → " + one.idea);
}

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
  shell.console.line("Follow-ups of week " + list->name);
  const auto purpose = purpose_now(**world);
  if (!purpose) return shell.console.failed(purpose.error());
  if (!purpose->text.empty()) shell.console.line("For: " + purpose->text);
  int number = 0;
  for (const WeekEntry& entry : list->entries) print_entry(shell.console, entry, entry.open() ? ++number : 0);
  if (!list->empty_reason.empty()) shell.console.line(list->empty_reason);
  for (const suggest::Resting& row : list->resting)
    shell.console.line("Resting: " + row.name + ". " + row.line);
  shell.console.answer(json_of(*list));
  return Exit::ok;
}

}  // namespace goodturn::helper
