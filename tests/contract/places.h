// The places that a collection can live in, each with a fresh empty collection of cards.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/ports.h"
#include "tests/support/fake_collection.h"
#include "tests/support/server_process.h"

namespace goodturn::tests {

/// In memory.
class FakePlace {
 public:
  [[nodiscard]] std::unique_ptr<RemoteCollection> client();

 private:
  std::shared_ptr<FakeServer> server_ = std::make_shared<FakeServer>();
};

/// A vdir folder.
class FolderPlace {
 public:
  FolderPlace();
  [[nodiscard]] std::unique_ptr<RemoteCollection> client();

 private:
  TemporaryFolder folder_;
};

/// An address book on a DAV server. The server is started once for all tests of the program.
class ServerPlace {
 public:
  explicit ServerPlace(const std::string& server);
  /// Nothing where the server is not installed.
  [[nodiscard]] std::unique_ptr<RemoteCollection> client();

 private:
  ServerProcess* server_ = nullptr;
  std::string path_;
};

class RadicalePlace : public ServerPlace {
 public:
  RadicalePlace() : ServerPlace("radicale") {}
};

class XandikosPlace : public ServerPlace {
 public:
  XandikosPlace() : ServerPlace("xandikos") {}
};

}  // namespace goodturn::tests
