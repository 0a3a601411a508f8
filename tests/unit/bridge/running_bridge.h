// A bridge on a free port with operations that count what reached them.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "adapters/bridge/bridge.h"
#include "tests/unit/bridge/raw_client.h"

namespace goodturn::bridge::test {

/// A clock that the test sets.
class HandClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override { return Instant(std::chrono::seconds(seconds.load())); }
  std::atomic<long long> seconds{1795000000};
};

/// getrandom, as in the real program.
class SystemRandom final : public Random {
 public:
  std::string bytes(std::size_t count) override;
};

/// A temporary folder, removed at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

[[nodiscard]] std::string contract_text();

/// What the last request looked like when it reached an operation.
struct Reached {
  std::string operation;
  Request request;
};

struct RunningBridge {
  explicit RunningBridge(Limits limits = {}, Assets assets = {});

  /// Handlers for every operation that is not the bridge's own; each answers {"reached": id}.
  [[nodiscard]] Routes counting_routes();
  /// Starts another bridge with the same tokens.
  [[nodiscard]] Result<std::unique_ptr<Bridge>> start(std::uint16_t port, Routes routes, Assets assets = {},
                                                      Limits limits = {});
  [[nodiscard]] std::uint16_t port() const { return bridge->port(); }
  [[nodiscard]] Reached last();
  /// Sends a well-formed request with the app token.
  Answer ask(std::string_view method, std::string_view target, std::string_view body = {});

  Folder folder;
  HandClock clock;
  SystemRandom random;
  std::unique_ptr<Tokens> tokens;
  std::string token;
  std::string feed_token;
  std::atomic<int> reached{0};
  std::mutex mutex;
  Reached last_;
  std::unique_ptr<Bridge> bridge;
};

}  // namespace goodturn::bridge::test
