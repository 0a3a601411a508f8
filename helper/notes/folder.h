// A folder of notes read once, with nothing kept.
#pragma once

#include <string>
#include <vector>

#include "core/note_doors.h"
#include "helper/world.h"

namespace goodturn::helper {

/// Every note of the folder; what cannot be read has a `problem`. Errors: those of NoteFolder::list.
Result<std::vector<notes::ReadNote>> look_into_folder(World& world, const NoteFolder& files,
                                                      const std::string& folder);

}  // namespace goodturn::helper
