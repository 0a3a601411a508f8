// What can still be read from a damaged database, as files.
#pragma once

#include <cstddef>
#include <filesystem>

#include "core/base/result.h"

namespace goodturn::store {

/// Saves every item that is found in the pages of `database` and its log below `folder` (made if missing):
/// one folder per collection, one .vcf or .ics each, mode 0600. Two versions of one item become two files.
/// The files are read only; no connection to them may be open in this program. Returns the number of files.
/// Errors: storage (the files cannot be read at all, or nothing can be written).
[[nodiscard]] Result<std::size_t> salvage(const std::filesystem::path& database,
                                          const std::filesystem::path& folder);

}  // namespace goodturn::store
