// A D-Bus of the test's own, with or without a keyring on it.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace goodturn::tests {

/// A program started by the test, ended (SIGTERM, by its pid) in the destructor. stdin gets `input`.
class Started {
 public:
  Started(const std::vector<std::string>& command, const std::string& input);
  Started(const Started&) = delete;
  Started& operator=(const Started&) = delete;
  ~Started();
  /// The next line of its stdout, waited for at most 10 s.
  [[nodiscard]] std::string next_line() const;

 private:
  pid_t pid_ = -1;
  int output_ = -1;
};

/// Runs dbus-daemon in `folder` and points this program's environment (bus, HOME, XDG_*) at it.
class PrivateBus {
 public:
  explicit PrivateBus(const std::filesystem::path& folder);

 private:
  Started daemon_;
};

[[nodiscard]] bool is_installed(const std::string& program);

}  // namespace goodturn::tests
