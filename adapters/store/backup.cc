#include "adapters/store/backup.h"

#include <sqlite3.h>

#include <system_error>

#include "adapters/store/checked_disk.h"
#include "adapters/store/failure.h"
#include "adapters/store/place.h"
#include "adapters/store/query.h"

namespace goodturn::store {
namespace {

/// Each page of a copy is read once and written once, and three connections would fill their caches.
constexpr int small_cache = 512;

/// VACUUM INTO and not the backup API: a copy of pages would take the checksums of pages that are still in
/// the log as they were, and what was deleted.
Result<void> copy_and_check(Connection& connection, const std::filesystem::path& copy,
                            const std::string& disk) {
  reserve_checksums(connection.database().getHandle());
  connection.database().exec("PRAGMA query_only = OFF");  // a reader writes nothing here but the copy
  connection.set_cache(small_cache);
  {
    auto statement = connection.compile("VACUUM INTO ?1");
    const auto folder = std::filesystem::canonical(copy.parent_path());
    run_once(statement, (folder / copy.filename()).string());
  }
  connection.set_cache(Connection::usual_cache);
  if (!connection.writes()) connection.database().exec("PRAGMA query_only = ON");
  if (auto kept = make_durable(copy); !kept) return kept;
  Connection written(copy, Access::fixed, disk);
  written.set_cache(small_cache);
  return check_integrity(written, "PRAGMA integrity_check(1)");
}

}  // namespace

Result<void> backup(Connection& connection, const std::filesystem::path& target, const std::string& disk) {
  const std::filesystem::path copy = target.string() + ".part";
  std::error_code problem;
  std::filesystem::remove(copy, problem);
  auto made = guarded(connection.path(), [&]() -> Result<void> {
    if (auto safe = check_place(copy); !safe) return safe;
    if (auto empty = create_private(copy); !empty) return empty;
    return copy_and_check(connection, copy, disk);
  });
  if (!made) {
    std::filesystem::remove(copy, problem);
    return made;
  }
  std::filesystem::rename(copy, target, problem);
  if (problem)
    return fail(ErrorKind::storage,
                Said("The backup cannot be named: {reason}", {{"reason", problem.message()}}),
                target.string());
  return make_durable(target);
}

Result<void> check_integrity(Connection& connection, const char* pragma) {
  return guarded(connection.path(), [&]() -> Result<void> {
    auto statement = connection.compile(pragma);
    Query query(statement);
    if (!query.next()) return {};
    const std::string verdict = query.text(0);
    if (verdict == "ok") return {};
    // The check names a page that it could not get and goes on: a failing disk is no damage.
    if (disk_has_failed(connection.database().getHandle())) throw SQLite::Exception(verdict, SQLITE_IOERR);
    return fail(damaged(connection.path(), verdict));
  });
}

}  // namespace goodturn::store
