#include "adapters/store/sqlite_store.h"

#include <unistd.h>

#include <system_error>

#include "adapters/store/backup.h"
#include "adapters/store/backups.h"
#include "adapters/store/connection.h"
#include "adapters/store/failure.h"
#include "adapters/store/migrate.h"
#include "adapters/store/migrations.h"
#include "adapters/store/place.h"
#include "adapters/store/presence.h"
#include "adapters/store/query.h"

namespace goodturn::store {
namespace {

/// A writer's connection to a file that is known and, where the last writer did not close it, checked.
Result<std::unique_ptr<Connection>> connect(const std::filesystem::path& path, const std::string& disk) {
  const bool check_pages = left_open(path);
  auto connection = std::make_unique<Connection>(path, Access::write, disk);
  if (auto known = check_version(*connection, migrations); !known) return fail(known.error());
  if (check_pages)
    if (auto sound = check_integrity(*connection, "PRAGMA quick_check(1)"); !sound)
      return fail(sound.error());
  connection->database().exec("PRAGMA journal_mode = WAL");
  connection->database().execAndGet("SELECT count(*) FROM sqlite_schema");  // now the log is there
  if (auto marked = create_private(open_mark(path)); !marked) return fail(marked.error());
  return connection;
}

/// Whether a reader could not even make the files that readers share.
bool nothing_can_be_written(const std::filesystem::path& path) {
  return ::access(path.parent_path().c_str(), W_OK) != 0 && !left_open(path);
}

/// Brings the log into the file. False when a reader is in the way or the disk fails.
bool settle(Connection& connection) {
  try {
    auto statement = connection.compile("PRAGMA wal_checkpoint(TRUNCATE)");
    Query query(statement);
    return query.next() && query.number(0) == 0;
  } catch (const SQLite::Exception&) {
    return false;
  }
}

void remove_mark(const std::filesystem::path& path, std::error_code& problem) {
  std::filesystem::remove(open_mark(path), problem);
}

}  // namespace

SqliteStore::SqliteStore(std::unique_ptr<Connection> connection, std::string disk)
    : connection_(std::move(connection)), disk_(std::move(disk)) {}

SqliteStore::~SqliteStore() {
  connection_->used_under({});  // no other thread has it any more
  if (!connection_->writes()) return;
  std::error_code problem;
  if (settle(*connection_)) remove_mark(connection_->path(), problem);
  // Mark and log stay or go together: the next start takes a mark without a log for damage.
  if (std::filesystem::exists(open_mark(connection_->path()), problem)) connection_->keep_log();
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::filesystem::path& path,
                                                       const std::string& disk) {
  if (auto safe = check_place(path); !safe) return fail(safe.error());
  if (auto present = check_presence(path); !present) return fail(present.error());
  if (auto made = create_private(path); !made) return fail(made.error());
  return guarded(path.string(), [&]() -> Result<std::unique_ptr<SqliteStore>> {
    auto connection = connect(path, disk);
    if (!connection) return fail(connection.error());
    std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(*connection), disk));
    if (auto migrated = migrate(*store->connection_, migrations, disk); !migrated)
      return fail(migrated.error());
    return store;
  });
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open_reader(const std::filesystem::path& path,
                                                              const std::string& disk) {
  if (auto safe = check_place(path); !safe) return fail(safe.error());
  if (auto present = check_presence(path); !present) return fail(present.error());
  std::error_code none;
  if (!std::filesystem::exists(path, none))
    return fail(ErrorKind::not_found, "There is no database yet. Add an account and sync first.",
                path.string());
  return guarded(path.string(), [&]() -> Result<std::unique_ptr<SqliteStore>> {
    const Access access = nothing_can_be_written(path) ? Access::fixed : Access::read;
    auto connection = std::make_unique<Connection>(path, access, disk);
    if (auto known = check_version(*connection, migrations); !known) return fail(known.error());
    if (connection->database().execAndGet("PRAGMA user_version").getInt() <
        static_cast<int>(migrations.size()))
      return fail(ErrorKind::storage,
                  "The database is of an older version; sync once to bring it up to date.", path.string());
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(connection), disk));
  });
}

void SqliteStore::used_under(std::function<bool()> is_locked) {
  connection_->used_under(std::move(is_locked));
}

Result<void> SqliteStore::check() { return check_integrity(*connection_, "PRAGMA integrity_check(1)"); }

Result<void> SqliteStore::backup_to(const std::filesystem::path& target) {
  return backup(*connection_, target, disk_);
}

Result<void> SqliteStore::back_up_daily(Day today) {
  return store::back_up_daily(*connection_, today, disk_);
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
    run_once(connection_->prepared("INSERT INTO setting VALUES (?1, ?2)"
                                   " ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
             key, value);
    return {};
  });
}

}  // namespace goodturn::store
