// Texts that wait for something, on disk instead of in memory.
#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>

#include "core/sync/item.h"

namespace goodturn::dav {

/// Items in the order they came, in a temporary file that has no name and that only this program can read.
/// Used once: add() all, then take_all().
class Spool {
 public:
  /// Errors: storage (no room for temporary files).
  Result<void> add(const sync::RemoteItem& item);
  /// Gives every item to `take` and is empty afterwards. Errors: storage, or what `take` returned.
  Result<void> take_all(const sync::OnItem& take);
  [[nodiscard]] std::size_t size() const { return count_; }

 private:
  struct Closer {
    void operator()(std::FILE* file) const { (void)std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Closer> file_;  ///< opened with the first item
  std::size_t count_ = 0;
};

}  // namespace goodturn::dav
