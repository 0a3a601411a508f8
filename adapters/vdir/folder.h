// The file system as the vdir storage needs it: which files are items, their versions, safe writes.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/strong.h"

namespace goodturn::vdir {

/// Longest item that is read, bytes.
inline constexpr std::size_t item_limit = 64U << 20;

/// A file name that may be an item: ends in .vcf or .ics, not hidden, not a temporary file, no slash.
[[nodiscard]] bool is_item_name(std::string_view name);

/// A version of a file: inode, change time in nanoseconds and size. Empty when `path` is not a regular
/// file of its own (a link, a folder, gone).
[[nodiscard]] Etag version_of(const std::filesystem::path& path);

/// Text and version of one file that belong together, read again when it changed while being read.
struct Read {
  Etag etag;
  std::string text;
};
/// Errors: not_found, forbidden, storage, suspicious (larger than item_limit, not a regular file).
[[nodiscard]] Result<Read> read_item(const std::filesystem::path& path);

/// Puts a new file at `path` only if nothing is there. Errors: precondition, forbidden, storage.
[[nodiscard]] Result<Etag> create_item(const std::filesystem::path& path, std::string_view text);

/// Replaces the file if it still has version `etag`. Errors: precondition (also when it is gone),
/// forbidden, storage.
[[nodiscard]] Result<Etag> replace_item(const std::filesystem::path& path, const Etag& etag,
                                        std::string_view text);

/// Errors: not_found, precondition, forbidden, storage.
[[nodiscard]] Result<void> remove_item(const std::filesystem::path& path, const Etag& etag);

}  // namespace goodturn::vdir
