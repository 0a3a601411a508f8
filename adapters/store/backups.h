// The copies of a database that are kept beside it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "adapters/store/connection.h"
#include "core/base/time.h"

namespace goodturn::store {

/// Daily copies that are kept.
inline constexpr std::size_t kept_days = 7;

/// One checked copy: "<folder of the database>/backups/<number>-<occasion>.sqlite". The number counts up and
/// says which is newer; a clock that was wrong does not.
struct Copy {
  int number = 0;
  std::string occasion;  ///< the day, like 2026-11-22, or "before-<version>" a migration
  std::filesystem::path file;
};

/// Newest first. What is not named like a copy is left out; a missing folder has none.
[[nodiscard]] std::vector<Copy> backups_of(const std::filesystem::path& database);

/// Makes a copy for `occasion`; then removes older ones of the same occasion and the daily ones beyond
/// `kept_days`. `disk` is the connection's. Errors: storage, suspicious (a folder that is not safe).
[[nodiscard]] Result<void> back_up(Connection& connection, const std::string& occasion,
                                   const std::string& disk);

/// Makes the copy of `today` unless there is one or the database holds no item yet. Errors: as back_up().
[[nodiscard]] Result<void> back_up_daily(Connection& connection, Day today, const std::string& disk);

}  // namespace goodturn::store
