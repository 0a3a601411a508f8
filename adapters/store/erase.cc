// Erasing for good.
#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <system_error>
#include <thread>

#include "adapters/store/backups.h"
#include "adapters/store/erased.h"
#include "adapters/store/failure.h"
#include "adapters/store/kept.h"
#include "adapters/store/mail_mark.h"
#include "adapters/store/query.h"
#include "adapters/store/sqlite_store.h"
#include "adapters/system/file.h"

namespace goodturn::store {
namespace {

namespace fs = std::filesystem;

/// Readers are short: a page or a command that looks at something.
constexpr int emptying_tries = 50;
constexpr std::chrono::milliseconds emptying_pause{100};

std::string key_of(Connection& connection) {
  Query query(connection.prepared("SELECT value FROM setting WHERE key = 'erased.key'"));
  if (!query.next()) throw SQLite::Exception("The key of those who were erased is missing.");
  return query.text(0);
}

std::int64_t erased_mark(const std::string& key, std::string_view name) {
  return static_cast<std::int64_t>(mail_mark(key, Marked::erased, name).value);
}

/// The daily copies with those before upgrades, and every folder with a damaged file.
std::vector<fs::path> copies_beside(const fs::path& database) {
  std::vector<fs::path> found;
  std::error_code problem;
  for (fs::directory_iterator entry(database.parent_path(), problem), end; !problem && entry != end;
       entry.increment(problem))
    if (entry->path().filename().string().starts_with("damaged-")) found.push_back(entry->path());
  for (fs::directory_iterator entry(database.parent_path() / "backups", problem), end;
       !problem && entry != end; entry.increment(problem))
    found.push_back(entry->path());
  return found;
}

Result<void> remove_copies(const fs::path& database) {
  for (const fs::path& copy : copies_beside(database)) {
    std::error_code problem;
    fs::remove_all(copy, problem);
    if (problem)
      return fail(ErrorKind::storage,
                  Said("A copy cannot be removed: {reason}", {{"reason", problem.message()}}), copy.string());
  }
  std::error_code none;
  const fs::path folder = database.parent_path() / "backups";
  return fs::exists(folder, none) ? system::settle_folder(folder) : Result<void>{};
}

/// False while somebody reads.
bool empty_log(Connection& connection) {
  auto statement = connection.compile("PRAGMA wal_checkpoint(TRUNCATE)");
  Query query(statement);
  return query.next() && query.number(0) == 0;
}

Result<void> rewrite(Connection& connection) {
  return guarded(connection.path(), [&]() -> Result<void> {
    connection.database().exec("VACUUM");
    for (int tries = 0; tries < emptying_tries; ++tries) {
      if (empty_log(connection)) return {};
      std::this_thread::sleep_for(emptying_pause);
    }
    return fail(
        ErrorKind::busy,
        "Another program reads the database and holds on to its log. Close it and try again: what was "
        "erased may still stand in the log until then.",
        connection.path());
  });
}

}  // namespace

Erasure::IsErased erased_in(Connection& connection) {
  std::set<std::int64_t> marks;
  Query query(connection.prepared("SELECT mark FROM erased"));
  while (query.next()) marks.insert(query.number(0));
  if (marks.empty()) return {};
  return [marks = std::move(marks), key = key_of(connection)](std::string_view name) {
    return marks.contains(erased_mark(key, name));
  };
}

Result<void> SqliteStore::note_erased(const std::vector<std::string>& names) {
  return connection_->in_transaction([&]() -> Result<void> {
    const std::string key = key_of(*connection_);
    for (const std::string& name : names)
      run_once(connection_->prepared("INSERT OR IGNORE INTO erased VALUES (?1)"), erased_mark(key, name));
    return {};
  });
}

Result<Erasure::IsErased> SqliteStore::erased() {
  return guarded(connection_->path(), [&]() -> Result<IsErased> { return erased_in(*connection_); });
}

Result<std::size_t> SqliteStore::lift_erased() {
  return guarded(connection_->path(), [&]() -> Result<std::size_t> {
    return static_cast<std::size_t>(run_once(connection_->prepared("DELETE FROM erased")));
  });
}

Result<void> SqliteStore::remove_write(std::int64_t id) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    run_once(connection_->prepared("DELETE FROM written WHERE id = ?1"), id);
    return {};
  });
}

Result<void> SqliteStore::erase_all() {
  return connection_->in_transaction([&]() -> Result<void> {
    SQLite::Database& database = connection_->database();
    for (const std::string_view table : derived) database.exec("DELETE FROM " + std::string(table));
    for (auto one = kept.rbegin(); one != kept.rend(); ++one)
      database.exec("DELETE FROM " + std::string(one->name));
    // What the migrations put into a new file.
    database.exec(
        "INSERT INTO account (id, kind, name, url, user, own_addresses) VALUES (0, 'local', '', '', '', '')");
    for (const char* key : {"mail.salt", "erased.key"})
      run_once(connection_->prepared("INSERT INTO setting VALUES (?1, lower(hex(randomblob(32))))"),
               std::string(key));
    database.exec("DELETE FROM sqlite_sequence");
    return {};
  });
}

Result<std::size_t> SqliteStore::copies() { return copies_beside(connection_->path()).size(); }

Result<void> SqliteStore::wipe(Day today) {
  if (auto rewritten = rewrite(*connection_); !rewritten) return rewritten;
  if (auto removed = remove_copies(connection_->path()); !removed) return removed;
  return back_up_daily(today);
}

}  // namespace goodturn::store
