// Answers about Markdown notes.
#pragma once

#include "core/note_doors.h"
#include "helper/json/json.h"
#include "helper/notes/kept.h"
#include "helper/notes/reading.h"

namespace goodturn::helper {

/// Schema NotesRead of the contract.
[[nodiscard]] Json json_of(const NotesRead& read);
/// Schema NotesSurvey; people of `snapshot` with name, address and organisation.
[[nodiscard]] Json json_of(const NoteSurvey& survey, const Snapshot& snapshot, Language language);
/// Schema NotesState: the folder, the answers, the survey, and what is written into notes.
[[nodiscard]] Json json_of(const NoteChoice& choice, const NoteSurvey& survey,
                           const std::vector<NoteLine>& lines, const Snapshot& snapshot, Language language);

}  // namespace goodturn::helper
