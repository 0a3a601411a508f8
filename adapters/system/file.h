// Reading and writing whole files, safely.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace goodturn::system {

/// Writes `bytes` so that after a crash the file is the old or the new one, never half: a new file of
/// mode 0600 beside it (O_EXCL, O_NOFOLLOW), fsync, rename, fsync of the folder. A symbolic link at
/// `path` is replaced, not followed. Errors: storage.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// The whole file; a symbolic link at `path` is refused. Errors: not_found, storage, suspicious (a link,
/// not a regular file, or longer than `limit` bytes).
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit = 1 << 20);

}  // namespace goodturn::system
