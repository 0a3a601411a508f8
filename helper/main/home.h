// The home opened: adapters made and wired into a World.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

#include "adapters/ical/recurrence.h"
#include "adapters/store/sqlite_store.h"
#include "adapters/system/home.h"
#include "adapters/system/lock.h"
#include "adapters/system/random.h"
#include "adapters/zip/zip_archives.h"
#include "helper/command/commands.h"
#include "helper/index/snapshot_cache.h"
#include "helper/sync/turns.h"
#include "helper/world.h"

namespace goodturn::helper {

/// Where the items of a home are.
[[nodiscard]] inline std::filesystem::path database_file(const std::filesystem::path& home) {
  return home / "goodturn.sqlite";
}

/// Everything that one process has open on one home.
class Home {
 public:
  /// Makes the folder when it is missing. Access::write takes the home's lock. `now` stops the clock.
  /// Errors: busy, suspicious, storage, invalid.
  [[nodiscard]] static Result<std::unique_ptr<Home>> open(const std::filesystem::path& folder, Access access,
                                                          std::optional<Instant> now);

  /// Makes the daily copy of the database unless there is one. Not under the world's lock. Errors: storage.
  Result<void> back_up();
  /// Why opening the home could not make the daily copy; that stops no work.
  [[nodiscard]] const std::optional<Error>& backup_problem() const { return backup_problem_; }

  [[nodiscard]] World& world() { return *world_; }
  [[nodiscard]] bool is_for_writing() const { return lock_.has_value(); }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] store::SqliteStore& store() { return *store_; }
  [[nodiscard]] Secrets& secrets() { return *secrets_; }

 private:
  Home() = default;
  std::filesystem::path folder_;
  std::optional<system::HomeLock> lock_;
  std::unique_ptr<store::SqliteStore> store_;
  std::unique_ptr<Recurrence> recurrence_;
  std::unique_ptr<Secrets> secrets_;
  std::unique_ptr<Phones> phones_;
  std::unique_ptr<Authority> authority_;
  std::unique_ptr<Clock> clock_;
  system::SystemRandom random_;
  Writer writer_;
  std::atomic<std::uint64_t> generation_ = 0;
  SnapshotCache snapshots_;
  Turns turns_;
  zip::ZipArchives archives_;
  std::optional<World> world_;
  std::optional<Error> backup_problem_;
};

}  // namespace goodturn::helper
