// The file behind Tokens: JSON, mode 0600, replaced as a whole.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "adapters/bridge/tokens.h"
#include "core/base/result.h"

namespace goodturn::bridge {

/// Which bytes a path holds right now: changes whenever the file is replaced or written.
struct FileMark {
  unsigned long inode = 0;
  long long size = 0;
  long long seconds = 0;
  long nanoseconds = 0;
  bool operator==(const FileMark&) const = default;
};

[[nodiscard]] std::optional<FileMark> mark_of(const std::filesystem::path& file);

/// Reads all clients; no file gives an empty list. A link is not followed. Errors: storage (not readable,
/// readable by others, not a token file).
[[nodiscard]] Result<std::vector<Client>> read_clients(const std::filesystem::path& file);
/// Replaces the file as a whole, mode 0600. Errors: storage.
[[nodiscard]] Result<void> write_clients(const std::filesystem::path& file,
                                         const std::vector<Client>& clients);

/// Holds "<file>.lock" against other processes while it lives.
class FileLock {
 public:
  [[nodiscard]] static Result<FileLock> take(const std::filesystem::path& file);
  ~FileLock();
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace goodturn::bridge
