#include "helper/command/notes.h"

#include <algorithm>
#include <filesystem>

#include "helper/command/name_finder.h"
#include "helper/index/snapshot_cache.h"
#include "helper/json/notes.h"
#include "helper/notes/choosing.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t shown_names = 20;

std::string entries_word(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " entry" : " entries");
}

std::string person_words(const Snapshot& snapshot, const Uid& uid) {
  const Person* person = snapshot.by_uid(uid);
  if (person == nullptr) return uid.value;
  const std::string address = person->card.emails.empty() ? "" : ", " + person->card.emails.front();
  return printable(person->card.name + address) + " (" + uid.value + ")";
}

template <class Row>
void show_some(Console& console, const std::vector<Row>& rows, const std::function<void(const Row&)>& show) {
  for (std::size_t i = 0; i < std::min(rows.size(), shown_names); ++i) show(rows[i]);
  if (rows.size() > shown_names) console.line("  and " + std::to_string(rows.size() - shown_names) + " more");
}

void show(Console& console, const NoteSurvey& survey, const Snapshot& snapshot) {
  console.line(counted(survey.notes, "note") + ", with " + entries_word(survey.entries) + " on " +
               std::to_string(survey.matched.size()) + " of your people.");
  show_some<NoteName>(console, survey.matched, [&](const NoteName& one) {
    console.line("  " + printable(one.name) + " is " + person_words(snapshot, one.candidates.front()) + ": " +
                 entries_word(one.entries));
  });
  if (!survey.unclear.empty())
    console.line("Could be several people, and counts for none until you say whom:");
  show_some<NoteName>(console, survey.unclear, [&](const NoteName& one) {
    console.line("  " + printable(one.name) + ":");
    for (const Uid& uid : one.candidates) console.line("    " + person_words(snapshot, uid));
  });
  if (!survey.unknown.empty()) console.line("In none of your address books:");
  show_some<NoteName>(console, survey.unknown,
                      [&](const NoteName& one) { console.line("  " + printable(one.name)); });
  if (!survey.unclear.empty() || !survey.unknown.empty())
    console.line("`goodturn notes who NAME PERSON` says whom a name means.");
  if (survey.other_links > 0)
    console.line(counted(survey.other_links, "other link") + " to what is no person.");
  if (!survey.skipped.empty()) console.line("Not read:");
  show_some<NoteSurvey::Skipped>(console, survey.skipped, [&](const NoteSurvey::Skipped& one) {
    console.line("  " + printable(one.path) + ": " + in_words(one.why, console.language()));
  });
}

/// What is known of the folder, for people and for programs.
Exit tell(Shell& shell, World& world, Json json) {
  const auto lock = world.lock();
  const auto choice = note_choice(world);
  if (!choice) return shell.console.failed(choice.error());
  const auto survey = note_survey(world);
  if (!survey) return shell.console.failed(survey.error());
  const auto snapshot = current_snapshot(world);
  if (!snapshot) return shell.console.failed(snapshot.error());
  if (choice->folder.empty())
    shell.console.line("No folder of notes is read. `goodturn notes folder DIR` shows what one would bring.");
  else
    show(shell.console, *survey, **snapshot);
  json.update(json_of(*choice, *survey, **snapshot, shell.language));
  shell.console.answer(json);
  return Exit::ok;
}

Exit preview(Shell& shell, const NoteFolder& files, const std::string& folder) {
  auto world = shell.open(Access::read);
  if (!world && world.error().kind == ErrorKind::not_found) world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  const auto survey = preview_notes(**world, files, folder);
  if (!survey) return shell.console.failed(survey.error());
  const auto snapshot = current_snapshot(**world);
  if (!snapshot) return shell.console.failed(snapshot.error());
  show(shell.console, *survey, **snapshot);
  shell.console.line(
      "Nothing was taken. Add --yes to read this folder from now on; its files are not changed.");
  shell.console.answer({{"taken", false}, {"found", json_of(*survey, **snapshot, shell.language)}});
  return Exit::ok;
}

void say_read(Console& console, const NotesRead& read) {
  console.line("Read " + std::to_string(read.read) + " of " + counted(read.notes, "note") +
               (read.removed > 0 ? "; " + std::to_string(read.removed) + " gone" : "") + ".");
}

}  // namespace

Exit notes_show(Shell& shell) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto choice = note_choice(**world);
  if (!choice) return shell.console.failed(choice.error());
  if (!choice->folder.empty()) shell.console.line("Notes are read from " + printable(choice->folder) + ".");
  return tell(shell, **world, Json::object());
}

Exit notes_folder(Shell& shell, const NoteFolder& files, const NotesArguments& arguments) {
  const std::string folder = std::filesystem::absolute(arguments.folder).lexically_normal().string();
  if (!arguments.agreed) return preview(shell, files, folder);
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  const auto read = choose_notes(**world, files, folder);
  if (!read) return shell.console.failed(read.error());
  say_read(shell.console, *read);
  return tell(shell, **world, {{"taken", true}, {"reading", json_of(*read)}});
}

Exit notes_read(Shell& shell, const NoteFolder& files) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  const auto read = read_notes(**world, files);
  if (!read) return shell.console.failed(read.error());
  say_read(shell.console, *read);
  shell.console.answer({{"reading", json_of(*read)}});
  return Exit::ok;
}

void notes_follow(Console& console, World& world, const NoteFolder& files) {
  const auto read = read_notes(world, files);
  if (!read)
    return console.remark(in_words(read.error(), console.language()) + " (" + read.error().where + ")");
  if (read->notes > 0) say_read(console, *read);
}

Exit notes_who(Shell& shell, const NotesArguments& arguments) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  std::optional<Uid> person;
  if (arguments.person == "nobody") person = Uid();
  if (arguments.person != "nobody" && arguments.person != "ask") {
    const auto snapshot = current_snapshot(**world);
    if (!snapshot) return shell.console.failed(snapshot.error());
    NameFinder finder(**snapshot, {});
    auto found = finder.find(arguments.person);
    if (!found && !finder.questions().empty()) return ask_back(shell.console, finder.questions());
    if (!found) return shell.console.failed(found.error());
    person = std::move(*found);
  }
  if (auto answered = answer_note_name(**world, arguments.name, person); !answered)
    return shell.console.failed(answered.error());
  return tell(shell, **world, Json::object());
}

Exit notes_leave(Shell& shell) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  if (auto left = leave_notes(**world); !left) return shell.console.failed(left.error());
  shell.console.line("No folder of notes is read any more; its files stay as they are.");
  shell.console.answer({{"folder", ""}});
  return Exit::ok;
}

}  // namespace goodturn::helper
