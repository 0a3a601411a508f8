// Where a database file may lie, and how it comes into being: for its owner's eyes only.
#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace goodturn::store {

/// Checks the folder of `file` (a real folder, owned by this user, not writable by others) and the file if
/// it is there (regular, ours, one link; mode is narrowed to 0600). Errors: suspicious, storage.
[[nodiscard]] Result<void> check_place(const std::filesystem::path& file);

/// Makes an empty file with mode 0600 whatever the umask; an existing one is left alone. SQLite gives its
/// side files the mode of the database. Errors: storage.
[[nodiscard]] Result<void> create_private(const std::filesystem::path& file);

/// Makes the folder (mode 0700) if it is missing, else checks it as check_place() does. Errors: suspicious,
/// storage.
[[nodiscard]] Result<void> make_private_folder(const std::filesystem::path& folder);

/// Makes what was written to `file` and its name in the folder last through a power cut. Errors: storage.
[[nodiscard]] Result<void> make_durable(const std::filesystem::path& file);

}  // namespace goodturn::store
