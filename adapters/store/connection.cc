#include "adapters/store/connection.h"

#include <sqlite3.h>

#include "adapters/store/failure.h"
#include "adapters/store/query.h"

namespace goodturn::store {
namespace {

constexpr int busy_timeout_ms = 5000;

int open_flags() { return SQLite::OPEN_READWRITE | SQLite::OPEN_NOFOLLOW | SQLite::OPEN_NOMUTEX; }

/// Rolls back when it is left without a commit, whatever the way out.
class Span {
 public:
  Span(Connection& connection, int& depth, const char* begin)
      : connection_(connection), depth_(depth), outermost_(depth == 0) {
    run(outermost_ ? begin : "SAVEPOINT step");
    ++depth_;
  }
  Span(const Span&) = delete;
  Span& operator=(const Span&) = delete;
  ~Span() {
    --depth_;
    if (committed_) return;
    // A full disk makes SQLite roll back by itself: then there is nothing left to undo.
    if (sqlite3_get_autocommit(connection_.database().getHandle()) != 0) return;
    connection_.database().tryExec(outermost_ ? "ROLLBACK" : "ROLLBACK TO step; RELEASE step");
  }
  void commit() {
    run(outermost_ ? "COMMIT" : "RELEASE step");
    committed_ = true;
  }

 private:
  // Compiled once: a first sync takes tens of thousands of these steps.
  void run(const char* sql) { Query(connection_.prepared(sql)).run(); }

  Connection& connection_;
  int& depth_;
  bool outermost_;
  bool committed_ = false;
};

}  // namespace

Connection::Connection(const std::filesystem::path& path, Access access)
    : path_(path.string()), database_(path_, open_flags(), busy_timeout_ms), access_(access) {
  sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  database_.exec(
      "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
      "PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON; PRAGMA mmap_size = 0;"
      "PRAGMA cache_size = -8192");
  if (access == Access::read) {
    database_.exec("PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0");
    sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  } else {
    database_.exec("PRAGMA wal_autocheckpoint = 4000");  // 16 MB: a first sync writes few pages twice
  }
}

SQLite::Statement& Connection::prepared(const char* sql) {
  auto& statement = statements_[sql];
  if (!statement) statement = std::make_unique<SQLite::Statement>(database_, sql);
  return *statement;
}

Result<void> Connection::in_transaction(const std::function<Result<void>()>& work) {
  return guarded(path_, [&]() -> Result<void> {
    Span span(*this, depth_, access_ == Access::write ? "BEGIN IMMEDIATE" : "BEGIN");
    if (auto done = work(); !done) return done;
    span.commit();
    return {};
  });
}

}  // namespace goodturn::store
