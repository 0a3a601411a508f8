#include "helper/notes/choosing.h"

#include "core/note_doors.h"
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
  auto done = world.store.transact([&]() -> Result<void> {
    if (NoteRows* rows = note_rows_of(world.store))
      if (auto cleared = rows->clear_notes(); !cleared) return cleared;
    return keep_note_choice(world, *choice);
  });
  if (done) ++world.generation;
  return done;
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
