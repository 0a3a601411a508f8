#include "helper/command/reports.h"

#include "helper/json/reports.h"

namespace goodturn::helper {
namespace {

void print_sections(Console& console, const std::vector<Section>& sections) {
  for (const Section& section : sections) {
    console.line(section.heading);
    for (const std::string& line : section.lines) console.line("  " + line);
    if (section.lines.empty()) console.line("  " + in_words(Said("section.nothing"), console.language()));
  }
}

template <class Report>
Exit print_report(Shell& shell, const Report& report) {
  if (!shell.console.json()) print_sections(shell.console, sections_of(report, shell.language));
  shell.console.answer(json_of(report));
  return Exit::ok;
}

template <class MakeReport>
Exit make_and_print(Shell& shell, MakeReport make) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto snapshot = Snapshot::read(**world);
  if (!snapshot) return shell.console.failed(snapshot.error());
  return print_report(shell, make(**snapshot, (*world)->now()));
}

}  // namespace

Exit network(Shell& shell) {
  return make_and_print(shell, [&](const Snapshot& snapshot, Now now) {
    return network_report(snapshot, now, shell.language, two_seconds());
  });
}

Exit roles(Shell& shell, Friends friends) {
  return make_and_print(shell, [&](const Snapshot& snapshot, Now now) {
    return roles_report(snapshot, now, shell.language, friends);
  });
}

Exit balance(Shell& shell) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto snapshot = Snapshot::read(**world);
  if (!snapshot) return shell.console.failed(snapshot.error());
  if ((*snapshot)->journals().self.without_balance)
    return shell.console.failed(
        fail(ErrorKind::forbidden,
             "You turned the view of giving and taking off. `goodturn me set --without-balance no`, or your "
             "own profile, turns it on.")
            .value());
  return print_report(shell, balance_report(**snapshot, (*world)->now(), shell.language));
}

Exit goals(Shell& shell) {
  return make_and_print(
      shell, [&](const Snapshot& snapshot, Now now) { return goals_report(snapshot, now, shell.language); });
}

Exit trend(Shell& shell) {
  return make_and_print(
      shell, [&](const Snapshot& snapshot, Now now) { return trend_report(snapshot, now, shell.language); });
}

}  // namespace goodturn::helper
