// Reading and writing whole files, safely.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace goodturn::system {

/// Writes `bytes` so that after a crash the file is the old or the new one, never half: a new file of
/// mode 0600 beside it, fsync, rename, fsync of the folder. A symbolic link at
/// `path` is replaced, not followed. Errors: storage.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Makes a file that must not exist yet (O_EXCL, O_NOFOLLOW, mode 0600) and brings it to the disk. What
/// could not be written whole is removed again. Errors: storage.
[[nodiscard]] Result<void> write_new_file(const std::filesystem::path& path, std::string_view bytes);

/// Brings renames and removals in a folder to the disk. Errors: storage.
[[nodiscard]] Result<void> settle_folder(const std::filesystem::path& folder);

/// A name beside `path` that no other caller uses: hidden, ending in .tmp.
[[nodiscard]] std::filesystem::path name_beside(const std::filesystem::path& path);

/// Removes the files that name_beside() named for `path` and that a writer who was killed left. Not while
/// another one writes there. Errors: storage.
[[nodiscard]] Result<void> clear_remains(const std::filesystem::path& path);

/// The whole file; a symbolic link at `path` is refused. Errors: not_found, storage, suspicious (a link,
/// not a regular file, or longer than `limit` bytes).
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit = 1 << 20);

}  // namespace goodturn::system
