// Files that other programs change, too: their versions, and replacing one only if it is still the same.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace goodturn::system {

/// A version of a file: inode, change times in nanoseconds and size. Empty when `path` is not a regular file
/// of its own (a link, a folder, gone).
[[nodiscard]] std::string version_of(const std::filesystem::path& path);

/// Text and version of one file that belong together.
struct Versioned {
  std::string version;
  std::string text;
};
/// Reads again when the file changes meanwhile. Errors: not_found, storage, suspicious (longer than `limit`
/// bytes, not a regular file).
[[nodiscard]] Result<Versioned> read_versioned(const std::filesystem::path& path, std::size_t limit);

/// Replaces the file, which keeps its mode, if it still has this version; after a crash it is the old or the
/// new one. Gives the new version. Errors: precondition (changed meanwhile or gone), forbidden, storage.
[[nodiscard]] Result<std::string> replace_versioned(const std::filesystem::path& path,
                                                    const std::string& version, std::string_view text);

}  // namespace goodturn::system
