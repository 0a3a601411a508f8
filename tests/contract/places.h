// The places that a collection can live in, each with a fresh empty collection of cards.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/ports.h"
#include "tests/support/fake_collection.h"
#include "tests/support/server_process.h"

namespace goodturn::tests {

/// What a place can keep; servers that are known to lose more say so.
struct Keeps {
  std::size_t longest_uid = 300;
  const char* odd_parameter = "\"a,b;c\"";
  bool repeats_last_second = false;  ///< its tokens are seconds, whose items come again
};

/// In memory.
class FakePlace {
 public:
  static constexpr Keeps keeps{};
  [[nodiscard]] std::unique_ptr<RemoteCollection> client();

 private:
  std::shared_ptr<FakeServer> server_ = std::make_shared<FakeServer>();
};

/// A vdir folder.
class FolderPlace {
 public:
  static constexpr Keeps keeps{};
  FolderPlace();
  [[nodiscard]] std::unique_ptr<RemoteCollection> client();

 private:
  TemporaryFolder folder_;
};

/// An address book on a DAV server. The server is started once for all tests of the program.
class ServerPlace {
 public:
  static constexpr Keeps keeps{};
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

class CyrusPlace : public ServerPlace {
 public:
  CyrusPlace() : ServerPlace("cyrus") {}
};

class SabrePlace : public ServerPlace {
 public:
  SabrePlace() : ServerPlace("sabre") {}
};

/// It drops the quotes of a parameter value, and where that holds a semicolon changes the case after it.
class DavicalPlace : public ServerPlace {
 public:
  static constexpr Keeps keeps{300, "plain"};
  DavicalPlace() : ServerPlace("davical") {}
};

/// It answers 500 to a UID of 255 characters and more; its tokens are seconds.
class SogoPlace : public ServerPlace {
 public:
  static constexpr Keeps keeps{250, "\"a,b;c\"", true};
  SogoPlace() : ServerPlace("sogo") {}
};

}  // namespace goodturn::tests
