#include "helper/main/note_files.h"

#include "adapters/notes/folder.h"
#include "adapters/notes/watch.h"

namespace goodturn::helper {

const NoteFolder& note_files() {
  static const notes::DiskNotes files;
  return files;
}

std::unique_ptr<NoteWatch> watch_note_files(std::function<void()> on_change) {
  return notes::watch_notes(std::move(on_change));
}

}  // namespace goodturn::helper
