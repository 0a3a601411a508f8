// The notes on this computer's disk.
#pragma once

#include "core/note_doors.h"

namespace goodturn::helper {

[[nodiscard]] const NoteFolder& note_files();

}  // namespace goodturn::helper
