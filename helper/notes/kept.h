// What the user chose about the folder of notes.
#pragma once

#include <string>

#include "helper/notes/names.h"

namespace goodturn::helper {

struct NoteChoice {
  std::string folder;  ///< empty: none
  NoteAnswers answers;
  bool writes = false;  ///< what is logged goes into the person's note
  std::string heading;  ///< under which; empty: usual_heading
};

inline constexpr std::string_view usual_heading = "Contact";
[[nodiscard]] inline std::string heading_of(const NoteChoice& choice) {
  return choice.heading.empty() ? std::string(usual_heading) : choice.heading;
}

[[nodiscard]] Result<NoteChoice> note_choice(World& world);
/// Stores what differs. Under World::lock(). Errors: storage.
Result<void> keep_note_choice(World& world, const NoteChoice& choice);

}  // namespace goodturn::helper
