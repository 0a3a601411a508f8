#include "helper/command/notes.h"

#include <algorithm>
#include <filesystem>

#include "helper/command/name_finder.h"
#include "helper/index/snapshot_cache.h"
#include "helper/json/notes.h"
#include "helper/notes/choosing.h"
#include "helper/notes/writing.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t shown_names = 20;

std::int64_t number(std::size_t count) { return static_cast<std::int64_t>(count); }

std::string person_words(const Snapshot& snapshot, const Uid& uid) {
  const Person* person = snapshot.by_uid(uid);
  if (person == nullptr) return uid.value;
  const std::string address = person->card.emails.empty() ? "" : ", " + person->card.emails.front();
  return printable(person->card.name + address) + " (" + uid.value + ")";
}

template <class Row>
void show_some(Console& console, const std::vector<Row>& rows, const std::function<void(const Row&)>& show) {
  for (std::size_t i = 0; i < std::min(rows.size(), shown_names); ++i) show(rows[i]);
  if (rows.size() > shown_names)
    console.line(Said("markdown.more", {{"count", number(rows.size() - shown_names)}}));
}

void show_names(Console& console, const NoteSurvey& survey, const Snapshot& snapshot) {
  show_some<NoteName>(console, survey.matched, [&](const NoteName& one) {
    console.line(Said("markdown.matched", {{"name", printable(one.name)},
                                           {"person", person_words(snapshot, one.candidates.front())},
                                           {"entries", number(one.entries)}}));
  });
  if (!survey.unclear.empty()) console.line(Said("markdown.unclear"));
  show_some<NoteName>(console, survey.unclear, [&](const NoteName& one) {
    console.line("  " + printable(one.name) + ":");
    for (const Uid& uid : one.candidates) console.line("    " + person_words(snapshot, uid));
  });
  if (!survey.unknown.empty()) console.line(Said("markdown.unknown"));
  show_some<NoteName>(console, survey.unknown,
                      [&](const NoteName& one) { console.line("  " + printable(one.name)); });
  if (!survey.unclear.empty() || !survey.unknown.empty()) console.line(Said("markdown.how_to_say"));
}

void show(Console& console, const NoteSurvey& survey, const Snapshot& snapshot) {
  console.line(Said("markdown.found", {{"notes", number(survey.notes)},
                                       {"entries", number(survey.entries)},
                                       {"people", number(survey.matched.size())}}));
  show_names(console, survey, snapshot);
  if (survey.other_links > 0)
    console.line(Said("markdown.other_links", {{"count", number(survey.other_links)}}));
  if (!survey.skipped.empty()) console.line(Said("markdown.not_read"));
  show_some<NoteSurvey::Skipped>(console, survey.skipped, [&](const NoteSurvey::Skipped& one) {
    console.line(Said("markdown.skipped",
                      {{"file", printable(one.path)}, {"why", in_words(one.why, console.language())}}));
  });
}

Said words_of(const NoteLine& line) {
  std::vector<SaidArgument> places = {{"file", printable(line.path)}, {"line", printable(line.line)}};
  if (line.state == NoteLine::State::left) return Said("markdown.left", std::move(places));
  if (line.state == NoteLine::State::written) return Said("markdown.standing", std::move(places));
  return Said("markdown.waiting", std::move(places));
}

void show_writing(Console& console, const NoteChoice& choice, const std::vector<NoteLine>& lines) {
  if (choice.writes)
    console.line(Said("markdown.writes", {{"heading", heading_of(choice)}}));
  else
    console.line(Said("markdown.writes_not"));
  show_note_lines(console, lines);
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
  const auto lines = last_note_lines(world);
  if (!lines) return shell.console.failed(lines.error());
  if (choice->folder.empty()) {
    shell.console.line(Said("markdown.no_folder"));
  } else {
    show(shell.console, *survey, **snapshot);
    show_writing(shell.console, *choice, *lines);
  }
  json.update(json_of(*choice, *survey, *lines, **snapshot, shell.language));
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
  shell.console.line(Said("markdown.only_looked"));
  shell.console.answer({{"taken", false}, {"found", json_of(*survey, **snapshot, shell.language)}});
  return Exit::ok;
}

void say_read(Console& console, const NotesRead& read) {
  console.line(
      Said("markdown.reading",
           {{"read", number(read.read)}, {"notes", number(read.notes)}, {"removed", number(read.removed)}}));
}

}  // namespace

void show_note_lines(Console& console, const std::vector<NoteLine>& lines) {
  if (!lines.empty()) console.line(Said("markdown.lines"));
  for (const NoteLine& line : lines) console.line(words_of(line));
}

Exit notes_show(Shell& shell) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto choice = note_choice(**world);
  if (!choice) return shell.console.failed(choice.error());
  if (!choice->folder.empty())
    shell.console.line(Said("markdown.read_from", {{"folder", printable(choice->folder)}}));
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
    return console.remark(Said("markdown.follow_failed", {{"why", in_words(read.error(), console.language())},
                                                          {"folder", printable(read.error().where)}}));
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

Exit notes_write(Shell& shell, const NotesArguments& arguments) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  if (auto chosen = choose_note_writing(**world, arguments.word == "on", arguments.heading); !chosen)
    return shell.console.failed(chosen.error());
  const auto choice = note_choice(**world);
  if (!choice) return shell.console.failed(choice.error());
  show_writing(shell.console, *choice, {});
  shell.console.answer({{"writes", choice->writes}, {"heading", heading_of(*choice)}});
  return Exit::ok;
}

void notes_settle(Console& console, World& world, const NoteFolder& files) {
  const auto settled = settle_note_lines(world, files);
  if (!settled) return console.remark(in_words(settled.error(), console.language()));
  for (const std::string& file : settled->written)
    console.line(Said("markdown.written", {{"file", printable(file)}}));
  for (const std::string& file : settled->removed)
    console.line(Said("markdown.taken_out", {{"file", printable(file)}}));
  for (const auto& [file, why] : settled->told)
    console.remark(
        Said("markdown.told", {{"file", printable(file)}, {"why", in_words(why, console.language())}}));
}

Exit notes_leave(Shell& shell) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  if (auto left = leave_notes(**world); !left) return shell.console.failed(left.error());
  shell.console.line(Said("markdown.no_more"));
  shell.console.answer({{"folder", ""}});
  return Exit::ok;
}

}  // namespace goodturn::helper
