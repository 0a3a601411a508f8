// A real DAV server for one test: started on a free port in a temporary folder, stopped at the end.
#pragma once

#include <memory>
#include <string>

namespace goodturn::tests {

/// A port of 127.0.0.1 that was free a moment ago.
[[nodiscard]] int free_port();

/// A folder of its own below the system's temporary folder, open to other users (Cyrus runs as one),
/// removed with everything in it at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// Runs tests/support/servers/NAME.sh; tests are run from the source folder. Users alice:secret and
/// bob:secret2. Only the process group that it started is stopped.
class ServerProcess {
 public:
  /// Nothing where the package is missing: the reason is printed and the caller returns. Throws
  /// std::runtime_error where the server is there but does not start.
  static std::unique_ptr<ServerProcess> start(const std::string& name);
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  /// "http://127.0.0.1:PORT/"
  [[nodiscard]] std::string url() const;
  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Where the server keeps its data.
  [[nodiscard]] const std::string& folder() const { return folder_.path(); }

 private:
  ServerProcess(std::string name, int port) : name_(std::move(name)), port_(port) {}

  TemporaryFolder folder_;
  std::string name_;
  int port_;
};

}  // namespace goodturn::tests
