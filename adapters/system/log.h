// The log file `home`/goodturn.log: what happened, never about whom (security.md 2.2).
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/strong.h"

namespace goodturn::system {

/// Thread-safe. Three files of 1 MiB are kept, mode 0600. Every line goes through `redacted`. There is no
/// louder level that could be asked for: what is here is all that is ever written.
class Log {
 public:
  /// Errors: storage.
  [[nodiscard]] static Result<Log> open(const std::filesystem::path& home);

  Log(Log&&) noexcept;
  Log& operator=(Log&&) noexcept;
  ~Log();

  void note(std::string_view line);
  void warning(std::string_view line);
  void error(const Error& error);

 private:
  class Sink;
  explicit Log(std::unique_ptr<Sink> sink);
  std::unique_ptr<Sink> sink_;
};

/// Empties the log of a home, also while a Log writes it. Errors: storage.
[[nodiscard]] Result<void> empty_log(const std::filesystem::path& home);

/// The line without what must not be kept: URL queries and fragments, user:password in URLs, bearer and
/// basic credentials, long tokens (24 and more characters of base64url or hexadecimal), e-mail addresses.
/// Line ends become spaces.
[[nodiscard]] std::string redacted(std::string_view line);

/// Eight hexadecimal digits that stand for an item in the log.
[[nodiscard]] std::string log_name(const Uid& uid);

}  // namespace goodturn::system
