// A world for use-case tests: the real store and recurrences in a temporary folder, a clock to turn, one
// account whose collections are folders in memory.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "adapters/ical/recurrence.h"
#include "adapters/phone/phones.h"
#include "adapters/store/sqlite_store.h"
#include "helper/index/snapshot_cache.h"
#include "helper/items/items.h"
#include "helper/items/undo.h"
#include "helper/sync/run.h"
#include "helper/sync/turns.h"
#include "tests/unit/helper/memory_source.h"

namespace goodturn::helper {

class TurnedClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override { return now_; }
  void set(const std::string& iso) { now_ = parse_instant(iso).value(); }
  void pass(std::chrono::hours time) { now_ += time; }

 private:
  Instant now_ = parse_instant("2026-11-18T09:00:00Z").value();
};

class CountingRandom final : public Random {
 public:
  /// Computers that meet start at different numbers, so that their UIDs differ.
  explicit CountingRandom(std::uint64_t first) : calls_(first) {}
  std::string bytes(std::size_t count) override {
    ++calls_;
    std::string bytes(count, 'r');
    for (std::size_t i = 0; i < sizeof calls_ && i < count; ++i)
      bytes[i] = static_cast<char>(calls_ >> (8 * i));
    return bytes;
  }

 private:
  std::uint64_t calls_;
};

class MemorySecrets final : public Secrets {
 public:
  Result<std::optional<std::string>> get(std::string_view name) override {
    const auto found = kept_.find(std::string(name));
    return found == kept_.end() ? std::nullopt : std::optional(found->second);
  }
  Result<void> set(std::string_view name, std::string_view secret) override {
    kept_[std::string(name)] = secret;
    return {};
  }
  Result<void> remove(std::string_view name) override {
    kept_.erase(std::string(name));
    return {};
  }
  [[nodiscard]] std::string place() const override { return "memory"; }

 private:
  std::map<std::string, std::string> kept_;
};

/// Removes itself with its folder.
class TestWorld {
 public:
  TestWorld() : TestWorld(std::make_shared<MemoryServer>()) {}
  /// A second computer with an account on the same server.
  explicit TestWorld(std::shared_ptr<MemoryServer> shared);
  ~TestWorld();
  TestWorld(const TestWorld&) = delete;
  TestWorld& operator=(const TestWorld&) = delete;

  /// Adds the account with an address book "book" and a calendar "cal"; the user is alex@example.org.
  void set_up();
  /// Synchronises and requires that nothing failed.
  SyncResult sync();
  [[nodiscard]] sync::Collection collection(const std::string& name);

  TurnedClock clock;
  const std::shared_ptr<MemoryServer> shared_server;
  MemoryServer& server = *shared_server;
  World& world() { return *world_; }
  UndoLog& undo() { return *undo_; }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<store::SqliteStore> store_;
  ical::IcalRecurrence recurrence_{"Europe/Berlin"};
  MemorySecrets secrets_;
  CountingRandom random_{1000 * static_cast<std::uint64_t>(shared_server.use_count())};
  Writer writer_;
  std::atomic<std::uint64_t> generation_ = 0;
  SnapshotCache snapshots_;
  Turns turns_;
  phone::LibPhones phones_{"DE"};
  std::optional<World> world_;
  std::optional<UndoLog> undo_;
};

/// A card of version 4.0 with the given lines in the middle.
[[nodiscard]] std::string card(const std::string& uid, const std::string& name,
                               const std::string& lines = "");
/// A one-hour meeting of alex@example.org with one guest.
[[nodiscard]] std::string meeting(const std::string& uid, const std::string& start, const std::string& guest,
                                  const std::string& lines = "");

}  // namespace goodturn::helper
