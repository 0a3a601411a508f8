// What the user chose about the folder of notes.
#pragma once

#include <string>

#include "helper/notes/names.h"

namespace goodturn::helper {

struct NoteChoice {
  std::string folder;  ///< empty: none
  NoteAnswers answers;
};

[[nodiscard]] Result<NoteChoice> note_choice(World& world);
/// Stores what differs. Under World::lock(). Errors: storage.
Result<void> keep_note_choice(World& world, const NoteChoice& choice);

}  // namespace goodturn::helper
