// Reading the folder of notes: what changed since, and what it comes to.
#pragma once

#include <string>
#include <vector>

#include "core/note_doors.h"
#include "helper/notes/names.h"

namespace goodturn::helper {

/// What a reading did.
struct NotesRead {
  std::size_t notes = 0;    ///< in the folder
  std::size_t read = 0;     ///< of them opened, because they are new or changed
  std::size_t removed = 0;  ///< gone since
  std::size_t skipped = 0;  ///< that cannot be read; note_survey() says why
};

/// Follows the folder that the user chose: opens what is new or changed, forgets what is gone. Nothing
/// happens without one. Errors: not_found, storage (the folder cannot be read: what was read before stays),
/// suspicious (it is empty and was not: perhaps it is not mounted).
Result<NotesRead> read_notes(World& world, const NoteFolder& files);

/// A name in notes, and how often it stands there.
struct NoteName {
  std::string name;  ///< as it is first written
  std::size_t entries = 0;
  std::vector<Uid> candidates;  ///< who it may be; of those who are known exactly one
};

/// What was found in a folder.
struct NoteSurvey {
  std::size_t notes = 0;
  std::size_t entries = 0;        ///< that belong to somebody
  std::vector<NoteName> matched;  ///< names of one person each
  std::vector<NoteName> unclear;  ///< of several
  std::vector<NoteName> unknown;  ///< of nobody, where the front matter names people
  std::size_t other_links = 0;    ///< names of links that lead to nobody: to other notes
  struct Skipped {
    std::string path;
    Error why;
  };
  std::vector<Skipped> skipped;
};

/// Looks at a folder without keeping anything. Errors: those of NoteFolder::list; invalid (no whole path, or
/// the home of Goodturn).
Result<NoteSurvey> preview_notes(World& world, const NoteFolder& files, const std::string& folder);
/// Of what was read last.
Result<NoteSurvey> note_survey(World& world);

}  // namespace goodturn::helper
