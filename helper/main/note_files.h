// The notes on this computer's disk.
#pragma once

#include <functional>
#include <memory>

#include "core/note_doors.h"

namespace goodturn::helper {

[[nodiscard]] const NoteFolder& note_files();
/// Calls `on_change` from a thread of its own.
[[nodiscard]] std::unique_ptr<NoteWatch> watch_note_files(std::function<void()> on_change);

}  // namespace goodturn::helper
