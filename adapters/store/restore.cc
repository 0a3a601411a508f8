#include "adapters/store/restore.h"

#include <system_error>

#include "adapters/store/backup.h"
#include "adapters/store/backups.h"
#include "adapters/store/failure.h"
#include "adapters/store/migrate.h"
#include "adapters/store/migrations.h"
#include "adapters/store/place.h"
#include "adapters/store/presence.h"
#include "adapters/store/salvage.h"
#include "adapters/system/file.h"

namespace goodturn::store {
namespace {

namespace fs = std::filesystem;

fs::path beside(const fs::path& file, const char* ending) { return file.string() + ending; }

bool there(const fs::path& file) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(file, ignored));
}

/// Writes a checked copy of `source` to `target`.
Result<void> copy_checked(const fs::path& source, const fs::path& target) {
  if (!there(source)) return fail(ErrorKind::not_found, "There is no such file.", source.string());
  return guarded(source.string(), [&]() -> Result<void> {
    Connection connection(source, there(beside(source, "-wal")) ? Access::read : Access::fixed);
    if (auto known = check_version(connection, migrations); !known) return known;
    if (auto sound = check_integrity(connection, "PRAGMA integrity_check(1)"); !sound) return sound;
    return backup(connection, target);
  });
}

/// The newest good backup as a copy at `target`; an empty path when there is none at all.
Result<fs::path> copy_newest(const fs::path& database, const fs::path& target) {
  const auto copies = backups_of(database);
  for (const Copy& copy : copies)
    if (copy_checked(copy.file, target)) return copy.file;
  if (copies.empty()) return fs::path();
  return fail(ErrorKind::storage,
              "None of the copies is good. Nothing was changed. Give another: goodturn restore --from FILE",
              copies.front().file.parent_path().string());
}

Result<fs::path> fresh_folder(const fs::path& beside_it) {
  for (int number = 1;; ++number) {
    const fs::path folder = beside_it.parent_path() / ("damaged-" + std::to_string(number));
    if (there(folder)) continue;
    if (auto made = make_private_folder(folder); !made) return fail(made.error());
    return folder;
  }
}

Result<void> move_into(const fs::path& folder, const fs::path& file) {
  if (!there(file)) return {};
  std::error_code problem;
  fs::rename(file, folder / file.filename(), problem);
  if (problem)
    return fail(ErrorKind::storage,
                Said("The file cannot be moved: {reason}", {{"reason", problem.message()}}), file.string());
  return {};
}

/// Saves what can be read, then moves the database and what belongs to it.
Result<void> set_aside(const fs::path& database, Restored& restored) {
  if (!there(database) && !there(beside(database, "-wal"))) return {};
  auto folder = fresh_folder(database);
  if (!folder) return fail(folder.error());
  restored.set_aside = *folder;
  const auto saved = salvage(database, *folder / "items");
  if (!saved) return fail(saved.error());
  restored.saved = *saved;
  // In this order the next start after a kill finds a log, a mark without a log, or no database at all.
  for (const fs::path& file :
       {beside(database, "-shm"), beside(database, "-wal"), database, open_mark(database)})
    if (auto moved = move_into(*folder, file); !moved) return moved;
  return system::settle_folder(*folder);
}

}  // namespace

Result<Restored> restore(const fs::path& database, const std::optional<fs::path>& from) {
  if (auto safe = check_place(database); !safe) return fail(safe.error());
  const fs::path fresh = beside(database, ".restored");
  Restored restored;
  if (from) {
    if (auto copied = copy_checked(*from, fresh); !copied) return fail(copied.error());
    restored.copy = *from;
  } else {
    auto copied = copy_newest(database, fresh);
    if (!copied) return fail(copied.error());
    restored.copy = *copied;
  }
  if (auto moved = set_aside(database, restored); !moved) return fail(moved.error());
  if (!restored.copy.empty()) {
    std::error_code problem;
    fs::rename(fresh, database, problem);
    if (problem)
      return fail(ErrorKind::storage,
                  Said("The copy cannot be put in place: {reason}", {{"reason", problem.message()}}),
                  fresh.string());
  }
  if (auto settled = system::settle_folder(database.parent_path()); !settled) return fail(settled.error());
  return restored;
}

}  // namespace goodturn::store
