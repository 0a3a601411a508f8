// What the user says about the folder of notes.
#pragma once

#include <optional>
#include <string>

#include "helper/notes/reading.h"

namespace goodturn::helper {

/// Reads this folder from now on, at once and with every sync; what was read of another one is forgotten. The
/// folder's own files stay as they are. Errors: invalid
/// (not a whole path), those of read_notes().
Result<NotesRead> choose_notes(World& world, const NoteFolder& files, const std::string& folder);

/// Reads no folder any more and forgets what was read.
Result<void> leave_notes(World& world);

inline constexpr std::size_t longest_heading = 100;  ///< bytes

/// Whether what is logged goes into the person's note, too (writing.h), and under which heading; nullopt
/// leaves that as it is, an empty one is usual_heading. Switched off, no file is changed any more, not even
/// by taking something back. Errors: invalid (no folder is read, no heading).
Result<void> choose_note_writing(World& world, bool writes, const std::optional<std::string>& heading);

/// Whom a name in notes means: a person, nobody (an empty UID), or, with nullopt, it is asked again. Errors:
/// invalid (no name), not_found (no such person).
Result<void> answer_note_name(World& world, const std::string& name, const std::optional<Uid>& person);

}  // namespace goodturn::helper
