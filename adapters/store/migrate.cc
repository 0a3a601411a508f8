#include "adapters/store/migrate.h"

#include <sqlite3.h>

#include "adapters/store/backup.h"
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

}  // namespace

Result<void> check_version(Connection& connection, std::span<const Migration> migrations) {
  return guarded(connection.path(), [&]() -> Result<void> {
    const int version = version_of(connection);
    const int known = static_cast<int>(migrations.size());
    if (version > known) {
      sqlite3_db_config(connection.database().getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
      return fail(ErrorKind::invalid,
                  "The database was made by a newer Goodturn (version " + std::to_string(version) +
                      ", this program knows " + std::to_string(known) +
                      "). It was not touched; install the newer program.",
                  connection.path());
    }
    const bool foreign = number_of(connection, "PRAGMA application_id") != application_id;
    if (foreign && number_of(connection, "SELECT count(*) FROM sqlite_schema") > 0)
      return fail(ErrorKind::suspicious, "This is the database of another program. It was not touched.",
                  connection.path());
    return {};
  });
}

Result<void> migrate(Connection& connection, std::span<const Migration> migrations) {
  return guarded(connection.path(), [&]() -> Result<void> {
    const int from = version_of(connection);
    const int newest = static_cast<int>(migrations.size());
    if (from > 0 && from < newest) {
      auto saved = backup(connection, connection.path() + ".before-" + std::to_string(newest));
      if (!saved) return saved;
    }
    for (int version = from + 1; version <= newest; ++version) {
      auto done = run_step(connection, migrations[static_cast<std::size_t>(version - 1)], version);
      if (!done) return done;
    }
    return {};
  });
}

}  // namespace goodturn::store
