// Cards of a file that may be of somebody who is here.
#pragma once

#include <vector>

#include "helper/imports/entry.h"
#include "helper/index/snapshot.h"

namespace goodturn::helper {

/// Makes fresh cards unsure that look like a person of the snapshot, with the surest likeness
/// (people::find_duplicates).
Result<void> find_likeness(World& world, const Snapshot& snapshot, std::vector<ImportEntry>& entries);

}  // namespace goodturn::helper
