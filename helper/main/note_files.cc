#include "helper/main/note_files.h"

#include "adapters/notes/folder.h"

namespace goodturn::helper {

const NoteFolder& note_files() {
  static const notes::DiskNotes files;
  return files;
}

}  // namespace goodturn::helper
