#include "adapters/store/connection.h"

#include <sqlite3.h>

#include <cassert>
#include <cctype>
#include <system_error>

#include "adapters/store/checked_disk.h"
#include "adapters/store/failure.h"
#include "adapters/store/query.h"

namespace goodturn::store {
namespace {

constexpr int busy_timeout_ms = 5000;

int open_flags(Access access) {
  const int common = SQLite::OPEN_NOFOLLOW | SQLite::OPEN_NOMUTEX;
  return common |
         (access == Access::fixed ? SQLite::OPEN_READONLY | SQLite::OPEN_URI : SQLite::OPEN_READWRITE);
}

/// A link in place of the file is refused; above its folder links are common (/home), which SQLite would
/// refuse as well.
std::string resolved(const std::filesystem::path& path) {
  std::error_code none;
  const auto folder = std::filesystem::canonical(path.has_parent_path() ? path.parent_path() : ".", none);
  return none ? path.string() : (folder / path.filename()).string();
}

/// SQLite takes "immutable" from a URI only.
std::string name_for(const std::string& given, Access access) {
  const std::string path = resolved(given);
  if (access != Access::fixed) return path;
  std::string uri = "file:";
  for (const char letter : path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto code = static_cast<unsigned char>(letter);
    const bool plain =
        std::isalnum(code) != 0 || letter == '/' || letter == '.' || letter == '-' || letter == '_';
    uri += plain ? std::string(1, letter) : std::string{'%', digits[code >> 4], digits[code & 15]};
  }
  return uri + "?immutable=1";
}

/// Rolls back when it is left without a commit, whatever the way out.
class Span {
 public:
  Span(Connection& connection, bool& open, const char* begin) : connection_(connection), open_(open) {
    run(begin);
    open_ = true;
  }
  Span(const Span&) = delete;
  Span& operator=(const Span&) = delete;
  ~Span() {
    open_ = false;
    if (committed_) return;
    connection_.note_damage();
    // A full disk makes SQLite roll back by itself: then there is nothing left to undo.
    if (sqlite3_get_autocommit(connection_.database().getHandle()) != 0) return;
    connection_.database().tryExec("ROLLBACK");
  }
  void commit() {
    run("COMMIT");
    committed_ = true;
  }

 private:
  void run(const char* sql) { run_once(connection_.prepared(sql)); }

  Connection& connection_;
  bool& open_;
  bool committed_ = false;
};

}  // namespace

Connection::Connection(const std::filesystem::path& path, Access access, const std::string& disk)
    : path_(path.string()),
      database_(name_for(path_, access), open_flags(access), busy_timeout_ms, checked_disk(disk)),
      access_(access) {
  sqlite3_extended_result_codes(database_.getHandle(), 1);  // a wrong checksum is told from a broken disk
  std::error_code none;
  if (access == Access::write && std::filesystem::file_size(path, none) == 0)
    reserve_checksums(database_.getHandle());
  sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  database_.exec(
      "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
      "PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON; PRAGMA mmap_size = 0;"
      "PRAGMA temp_store = MEMORY");  // no content in a temporary folder
  set_cache(usual_cache);
  if (access != Access::write) {
    database_.exec("PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0");
    keep_log();
  } else {
    database_.exec("PRAGMA wal_autocheckpoint = 4000");  // 16 MB: a first sync writes few pages twice
  }
}

void Connection::set_cache(int kibibytes) {
  database_.exec("PRAGMA cache_size = -" + std::to_string(kibibytes));
}

void Connection::keep_log() {
  sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void Connection::note_damage() {
  if (damage_ != 0) return;
  const int code = sqlite3_extended_errcode(database_.getHandle());
  if (is_damage(code)) damage_ = code;
}

void Connection::check_use() {
  assert(!is_locked_ || is_locked_());
  note_damage();
  if (damage_ != 0) throw SQLite::Exception("the database is damaged", damage_);
}

SQLite::Statement Connection::compile(const char* sql) {
  check_use();
  return SQLite::Statement(database_, sql);
}

SQLite::Statement& Connection::prepared(const char* sql) {
  check_use();
  auto& statement = statements_[sql];
  if (!statement) statement = std::make_unique<SQLite::Statement>(database_, sql);
  return *statement;
}

Result<void> Connection::in_transaction(const std::function<Result<void>()>& work) {
  return open_ ? step(work) : guarded(path_, [&]() -> Result<void> {
    Span span(*this, open_, access_ == Access::write ? "BEGIN IMMEDIATE" : "BEGIN");
    failed_step_.reset();
    if (auto done = work(); !done) return done;
    if (failed_step_) return fail(*failed_step_);
    span.commit();
    return {};
  });
}

Result<void> Connection::step(const std::function<Result<void>()>& work) {
  auto done = guarded(path_, work);
  if (!done) failed_step_ = done.error();
  return done;
}

}  // namespace goodturn::store
