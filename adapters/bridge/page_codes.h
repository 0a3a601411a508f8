// One-time codes that let a browser in: 120 s, one use, and five wrong tries end them all.
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/ports.h"

namespace goodturn::bridge {

/// Codes live in memory only. Thread-safe.
class PageCodes {
 public:
  static constexpr std::chrono::seconds lifetime{120};
  static constexpr int tries = 5;
  static constexpr std::size_t most = 8;  ///< open codes; the oldest goes first

  PageCodes(Random& random, const Clock& clock) : random_(random), clock_(clock) {}
  /// A new code, 16 random bytes as 22 characters of base64url. The five tries start anew.
  [[nodiscard]] std::string make();
  /// True once for a code that is open. A wrong one counts; the fifth wrong one closes every open code.
  [[nodiscard]] bool redeem(std::string_view code);

 private:
  struct Code {
    std::string text;
    Instant expires;
  };
  Random& random_;
  const Clock& clock_;
  std::mutex mutex_;
  std::vector<Code> open_;
  int wrong_ = 0;
};

}  // namespace goodturn::bridge
