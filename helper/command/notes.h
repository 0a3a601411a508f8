// Commands about the folder of Markdown notes.
#pragma once

#include <optional>
#include <string>

#include "core/note_doors.h"
#include "helper/command/commands.h"

namespace goodturn::helper {

struct NotesArguments {
  std::string folder, name, person, word;
  std::optional<std::string> heading;
  bool agreed = false;
};
Exit notes_show(Shell& shell);
/// What was written into notes; nothing where there is none.
void show_note_lines(Console& console, const std::vector<NoteLine>& lines);
/// Tells what would be found; with `agreed` the folder is read from now on.
Exit notes_folder(Shell& shell, const NoteFolder& files, const NotesArguments& arguments);
Exit notes_read(Shell& shell, const NoteFolder& files);
/// After a sync. A folder that cannot be read does not make the sync fail: what was read of it stays.
void notes_follow(Console& console, World& world, const NoteFolder& files);
/// Whether what is logged goes into notes: `word` is "on" or "off".
Exit notes_write(Shell& shell, const NotesArguments& arguments);
/// After a command: brings the notes in line with the journal, and says what became of them.
void notes_settle(Console& console, World& world, const NoteFolder& files);
/// Whom a name means: a person, "nobody", or "ask".
Exit notes_who(Shell& shell, const NotesArguments& arguments);
Exit notes_leave(Shell& shell);

}  // namespace goodturn::helper
