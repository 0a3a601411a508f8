#include "adapters/store/migrate.h"

#include "adapters/store/backups.h"
#include "adapters/store/checked_disk.h"
#include "adapters/store/failure.h"

namespace goodturn::store {
namespace {

int number_of(Connection& connection, const char* sql) {
  return connection.database().execAndGet(sql).getInt();
}

int version_of(Connection& connection) { return number_of(connection, "PRAGMA user_version"); }

Result<void> run_step(Connection& connection, const Migration& migration, int version) {
  return connection.in_transaction([&]() -> Result<void> {
    // Another program may have done the step while this one waited for the lock.
    if (version_of(connection) >= version) return {};
    connection.database().exec(std::string(migration.sql));
    connection.database().exec("PRAGMA user_version = " + std::to_string(version));
    return {};
  });
}

/// Rewrites a file that was made without checksums. The new pages go to the log in one transaction and from
/// there, the first page first, into the file: a program that is killed on the way leaves the old file or a
/// log that is replayed.
void add_checksums(Connection& connection) {
  reserve_checksums(connection.database().getHandle());
  connection.database().exec("VACUUM");
  connection.database().exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace

Result<void> check_version(Connection& connection, std::span<const Migration> migrations) {
  return guarded(connection.path(), [&]() -> Result<void> {
    const int version = version_of(connection);
    const int known = static_cast<int>(migrations.size());
    if (version > known) {
      connection.keep_log();
      return fail(ErrorKind::invalid,
                  Said("The database was made by a newer Goodturn (version {version}, this program knows "
                       "{known}). It was not touched; install the newer program.",
                       {{"version", std::to_string(version)}, {"known", std::to_string(known)}}),
                  connection.path());
    }
    if (version >= version_with_checksums && !has_checksums(connection.database().getHandle()))
      return fail(damaged(connection.path(), "its first page is changed"));
    const bool foreign = number_of(connection, "PRAGMA application_id") != application_id;
    if (foreign && number_of(connection, "SELECT count(*) FROM sqlite_schema") > 0)
      return fail(ErrorKind::suspicious, "This is the database of another program. It was not touched.",
                  connection.path());
    return {};
  });
}

Result<void> migrate(Connection& connection, std::span<const Migration> migrations, const std::string& disk) {
  return guarded(connection.path(), [&]() -> Result<void> {
    const int from = version_of(connection);
    const int newest = static_cast<int>(migrations.size());
    if (from > 0 && from < newest) {
      auto saved = back_up(connection, "before-" + std::to_string(newest), disk);
      if (!saved) return saved;
      if (!has_checksums(connection.database().getHandle())) add_checksums(connection);
    }
    for (int version = from + 1; version <= newest; ++version) {
      auto done = run_step(connection, migrations[static_cast<std::size_t>(version - 1)], version);
      if (!done) return done;
    }
    return {};
  });
}

}  // namespace goodturn::store
