// What is logged, as a dated line in the person's own Markdown note, if the user switched that on.
//
// The row of a line (NoteLine) says where it stands; settle_note_lines() brings the notes in line with the
// journal. It is written before and after each change of a file, so that a crash in between neither loses a
// line nor writes it twice.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/calendar/record.h"
#include "core/note_doors.h"
#include "helper/world.h"

namespace goodturn::helper {

/// Notes that a new touch, or note, belongs into its person's note. Nothing happens while writing is off, and
/// for all other records. Call in the transaction that writes the record.
Result<void> want_note_line(World& world, const calendar::Record& record);

/// What settling did.
struct NoteLinesSettled {
  std::vector<std::string> written;  ///< paths of notes, one for each line
  std::vector<std::string> removed;
  struct Told {
    std::string file;
    Error why;
  };
  std::vector<Told> told;  ///< what could not be done, each once
};

/// Puts in what is wanted, and takes out what the journal no longer has. Each line goes under its heading
/// (notes::addition_of), into the note that is this person's alone; who has none gets no line. What the user
/// wrote meanwhile stays. Errors: storage; what is wrong with a single note is told.
Result<NoteLinesSettled> settle_note_lines(World& world, const NoteFolder& files);

/// The records whose lines could not be taken out again.
[[nodiscard]] Result<std::set<Uid>> left_note_lines(World& world);

/// What was written into notes and what waits for it, the newest first: the change log of the folder.
inline constexpr std::size_t shown_note_lines = 20;
[[nodiscard]] Result<std::vector<NoteLine>> last_note_lines(World& world);

}  // namespace goodturn::helper
