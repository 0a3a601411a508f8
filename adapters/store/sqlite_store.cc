#include "adapters/store/sqlite_store.h"

#include <system_error>

#include "adapters/store/backup.h"
#include "adapters/store/connection.h"
#include "adapters/store/failure.h"
#include "adapters/store/migrate.h"
#include "adapters/store/migrations.h"
#include "adapters/store/place.h"
#include "adapters/store/query.h"

namespace goodturn::store {
namespace {

Result<void> integrity(Connection& connection, const char* pragma) {
  return guarded(connection.path(), [&]() -> Result<void> {
    const std::string verdict = connection.database().execAndGet(pragma).getString();
    if (verdict == "ok") return {};
    return fail(
        ErrorKind::storage,
        "The database is damaged (" + verdict +
            "). It was left as it is; move it aside and restore a backup, or start afresh and sync again.",
        connection.path());
  });
}

/// True when the last program that wrote did not close the file: only then a check at start is worth its
/// time (it reads every page).
bool left_open(const std::filesystem::path& path) {
  std::error_code none;
  const auto size = std::filesystem::file_size(path.string() + "-wal", none);
  return !none && size > 0;
}

Result<void> prepare(Connection& connection, bool check_pages) {
  if (auto known = check_version(connection, migrations); !known) return known;
  if (check_pages)
    if (auto sound = integrity(connection, "PRAGMA quick_check(1)"); !sound) return sound;
  connection.database().exec("PRAGMA journal_mode = WAL");
  return migrate(connection, migrations);
}

}  // namespace

SqliteStore::SqliteStore(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
SqliteStore::~SqliteStore() = default;

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::filesystem::path& path) {
  if (auto safe = check_place(path); !safe) return fail(safe.error());
  if (auto made = create_private(path); !made) return fail(made.error());
  const bool check_pages = left_open(path);
  return guarded(path.string(), [&]() -> Result<std::unique_ptr<SqliteStore>> {
    auto connection = std::make_unique<Connection>(path, Access::write);
    if (auto ready = prepare(*connection, check_pages); !ready) return fail(ready.error());
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(connection)));
  });
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open_reader(const std::filesystem::path& path) {
  if (auto safe = check_place(path); !safe) return fail(safe.error());
  std::error_code none;
  if (!std::filesystem::exists(path, none))
    return fail(ErrorKind::not_found, "There is no database yet. Add an account and sync first.",
                path.string());
  return guarded(path.string(), [&]() -> Result<std::unique_ptr<SqliteStore>> {
    auto connection = std::make_unique<Connection>(path, Access::read);
    if (auto known = check_version(*connection, migrations); !known) return fail(known.error());
    if (connection->database().execAndGet("PRAGMA user_version").getInt() <
        static_cast<int>(migrations.size()))
      return fail(ErrorKind::storage,
                  "The database is of an older version; sync once to bring it up to date.", path.string());
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(connection)));
  });
}

Result<void> SqliteStore::check() { return integrity(*connection_, "PRAGMA integrity_check(1)"); }

Result<void> SqliteStore::backup_to(const std::filesystem::path& target) {
  return backup(*connection_, target);
}

Result<void> SqliteStore::transact(const std::function<Result<void>()>& work) {
  if (connection_->in_transaction())
    return fail(ErrorKind::invalid, "A transaction is already running.", connection_->path());
  return connection_->in_transaction(work);
}

Result<std::optional<std::string>> SqliteStore::setting(std::string_view key) {
  return guarded(connection_->path(), [&]() -> Result<std::optional<std::string>> {
    Query query(connection_->prepared("SELECT value FROM setting WHERE key = ?1"), key);
    if (!query.next()) return std::nullopt;
    return query.text(0);
  });
}

Result<void> SqliteStore::set_setting(std::string_view key, std::string_view value) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    Query(connection_->prepared("INSERT INTO setting VALUES (?1, ?2)"
                                " ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
          key, value)
        .run();
    return {};
  });
}

}  // namespace goodturn::store
