// Markdown notes as moments and touches of the people they are about.
#pragma once

#include "helper/index/gathering.h"

namespace goodturn::helper {

/// Adds a moment per entry, titled with the note's file, and a touch where it was contact and no record, mail
/// or meeting of that day says the same. Call it when those are in.
Result<void> gather_notes(Gathering& all);

}  // namespace goodturn::helper
