#include "helper/notes/choosing.h"

#include <algorithm>

#include "core/note_doors.h"
#include "core/notes/names.h"
#include "helper/index/snapshot_cache.h"
#include "helper/notes/kept.h"

namespace goodturn::helper {
namespace {

/// Another folder, or none: what was read of the last one goes.
Result<void> change_folder(World& world, const std::string& folder) {
  const auto lock = world.lock();
  auto choice = note_choice(world);
  if (!choice) return fail(choice.error());
  if (choice->folder == folder) return {};
  choice->folder = folder;
  if (folder.empty()) choice->answers.clear();
  // Another folder is asked about anew.
  choice->writes = false;
  auto done = world.store.transact([&]() -> Result<void> {
    if (NoteRows* rows = note_rows_of(world.store))
      if (auto cleared = rows->clear_notes(); !cleared) return cleared;
    if (NoteLines* lines = note_lines_of(world.store))
      if (auto cleared = lines->clear_note_lines(); !cleared) return cleared;
    return keep_note_choice(world, *choice);
  });
  if (done) ++world.generation;
  return done;
}

/// As it is compared with the headings of a note: words alone.
Result<std::string> plain_heading(std::string_view heading) {
  while (heading.starts_with('#')) heading.remove_prefix(1);
  const std::string words(notes::trimmed(heading));
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
  if (words.size() > longest_heading || std::any_of(words.begin(), words.end(), is_control) ||
      words.find_first_of("*_`[]<>\\#") != std::string::npos)
    return fail(
        ErrorKind::invalid,
        "The heading is one line of plain words, without signs of Markdown and not longer than 100 bytes.");
  return words;
}

}  // namespace

Result<NotesRead> choose_notes(World& world, const NoteFolder& files, const std::string& folder) {
  if (!folder.starts_with('/'))
    return fail(ErrorKind::invalid, "Name the folder of notes with its whole path, from / on.");
  if (const auto listed = files.list(folder); !listed) return fail(listed.error());
  if (auto changed = change_folder(world, folder); !changed) return fail(changed.error());
  return read_notes(world, files);
}

Result<void> leave_notes(World& world) { return change_folder(world, ""); }

Result<void> choose_note_writing(World& world, bool writes, const std::optional<std::string>& heading) {
  const auto lock = world.lock();
  auto choice = note_choice(world);
  if (!choice) return fail(choice.error());
  if (writes && choice->folder.empty()) return fail(ErrorKind::invalid, "Choose the folder of notes first.");
  if (heading) {
    const auto words = plain_heading(*heading);
    if (!words) return fail(words.error());
    choice->heading = *words;
  }
  choice->writes = writes;
  return world.store.transact([&] { return keep_note_choice(world, *choice); });
}

Result<void> answer_note_name(World& world, const std::string& name, const std::optional<Uid>& person) {
  const std::string key = name_key(name);
  if (key.empty()) return fail(ErrorKind::invalid, "Say which name of your notes you mean.");
  const auto lock = world.lock();
  const auto snapshot = current_snapshot(world);
  if (!snapshot) return fail(snapshot.error());
  if (person && !person->empty() && (*snapshot)->by_uid(*person) == nullptr)
    return fail(ErrorKind::not_found, "There is no such person (any more).");
  auto choice = note_choice(world);
  if (!choice) return fail(choice.error());
  if (person)
    choice->answers[key] = *person;
  else
    choice->answers.erase(key);
  auto done = world.store.transact([&] { return keep_note_choice(world, *choice); });
  if (done) ++world.generation;
  return done;
}

}  // namespace goodturn::helper
