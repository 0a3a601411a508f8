// A helper on one home, with a server in memory: opened on the disk that a test gives it.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "adapters/ical/recurrence.h"
#include "adapters/store/sqlite_store.h"
#include "helper/items/undo.h"
#include "helper/sync/run.h"
#include "tests/faults/contents.h"
#include "tests/support/fake_collection.h"
#include "tests/support/no_phones.h"

namespace goodturn::tests {

class TurnedClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override { return at; }
  Instant at = parse_instant("2026-11-18T09:00:00Z").value();
};

/// Its values repeat with every desk, so that two runs are the same.
class CountingRandom final : public Random {
 public:
  std::string bytes(std::size_t count) override { return std::string(count, static_cast<char>(++calls_)); }

 private:
  unsigned char calls_ = 0;
};

class NoSecrets final : public Secrets {
 public:
  Result<std::optional<std::string>> get(std::string_view) override { return std::nullopt; }
  Result<void> set(std::string_view, std::string_view) override { return {}; }
  Result<void> remove(std::string_view) override { return {}; }
  [[nodiscard]] std::string place() const override { return "nowhere"; }
};

class Desk {
 public:
  /// Opens `folder`/goodturn.sqlite on `disk` (empty: the system's).
  static Result<std::unique_ptr<Desk>> open(const std::filesystem::path& folder,
                                            std::shared_ptr<FakeServer> server, const std::string& disk = {});

  /// One sync; fails also when its report names a problem.
  Result<void> sync();
  helper::World& world() { return *world_; }
  store::SqliteStore& store() { return *store_; }
  helper::UndoLog& undo() { return *undo_; }
  TurnedClock& clock() { return clock_; }
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }
  /// The address book of the server.
  Result<sync::Collection> book();

 private:
  Desk(std::filesystem::path file, std::unique_ptr<store::SqliteStore> store);
  std::filesystem::path file_;
  std::unique_ptr<store::SqliteStore> store_;
  ical::IcalRecurrence recurrence_{"Europe/Berlin"};
  NoSecrets secrets_;
  CountingRandom random_;
  NoPhones phones_;
  TurnedClock clock_;
  helper::Writer writer_;
  std::atomic<std::uint64_t> generation_ = 0;
  std::optional<helper::World> world_;
  std::optional<helper::UndoLog> undo_;
  std::shared_ptr<FakeServer> server_;
};

/// Everything that must be the same however often a run was broken off: all that a user would miss of the
/// store, marks aside, and what the server holds.
[[nodiscard]] Result<State> state_of(Desk& desk, const FakeServer& server);

[[nodiscard]] std::string card(const std::string& uid, const std::string& lines = "");

}  // namespace goodturn::tests
