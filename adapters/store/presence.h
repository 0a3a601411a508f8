// What the files beside a database say before it is opened: whether it was closed, and whether all is there.
#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace goodturn::store {

/// Fails where something was taken away: the file is missing or empty though there are copies or a log of
/// it, or the log is missing though the last writer did not get to close the file, so that the newest changes
/// would be gone without a word. Errors: storage.
[[nodiscard]] Result<void> check_presence(const std::filesystem::path& database);

/// True when the last writer did not close the file: only then a check at start is worth its time (it reads
/// every page).
[[nodiscard]] bool left_open(const std::filesystem::path& database);

/// The mark "<database>-open": set once the log is there, removed when everything of it is in the file.
[[nodiscard]] std::filesystem::path open_mark(const std::filesystem::path& database);

}  // namespace goodturn::store
