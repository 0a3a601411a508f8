// One writer per home: a lock that the kernel drops when its holder dies.
#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace goodturn::system {

/// Holds flock(2) on `home`/lock until destroyed. A file left behind by a killed program is harmless.
class HomeLock {
 public:
  /// Errors: busy (someone else holds it; `what` names the pid when it is known), storage.
  [[nodiscard]] static Result<HomeLock> take(const std::filesystem::path& home);

  HomeLock(HomeLock&& other) noexcept;
  HomeLock& operator=(HomeLock&& other) noexcept;
  HomeLock(const HomeLock&) = delete;
  HomeLock& operator=(const HomeLock&) = delete;
  ~HomeLock();

 private:
  explicit HomeLock(int file) : file_(file) {}
  int file_ = -1;
};

}  // namespace goodturn::system
