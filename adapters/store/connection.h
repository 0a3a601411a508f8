// One connection to the database file with its pragmas, prepared statements and transactions.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/base/result.h"

namespace goodturn::store {

/// `fixed`: reading from a place where nothing can be written, so that no lock or log is made.
enum class Access { write, read, fixed };

/// Not thread-safe: one connection is used by one thread at a time. Its functions throw
/// SQLite::Exception unless they return a Result.
class Connection {
 public:
  /// Opens an existing file on the disk `disk` (a SQLite VFS; empty: the system's), whose pages are checked.
  /// A reader never checkpoints: up to SQLite 3.51.2 two connections that checkpoint at one moment can
  /// damage the file, so only the one writer does.
  Connection(const std::filesystem::path& path, Access access, const std::string& disk = {});

  /// The statement of this text, compiled at its first use. Found again by the place of the text, which must
  /// be a literal.
  SQLite::Statement& prepared(const char* sql);
  /// A statement of its own, for a read during which the same text may be used again.
  SQLite::Statement compile(const char* sql);

  /// Commits if `work` succeeds, else rolls back. Inside another call it is a step of that one, and a step
  /// that fails takes the whole with it, whatever the work around it makes of the failure: nothing is left
  /// half done. (Savepoints would copy each page that a step touches; a first sync takes 40,000 steps.)
  Result<void> in_transaction(const std::function<Result<void>()>& work);
  [[nodiscard]] bool in_transaction() const { return open_; }

  /// How many pages are kept in memory, in KiB, and how many usually are.
  void set_cache(int kibibytes);
  static constexpr int usual_cache = 4096;

  /// From now on asked before each use, which must have the lock that keeps other threads out. Builds without
  /// NDEBUG end the program where it has not; others do not ask.
  void used_under(std::function<bool()> is_locked) { is_locked_ = std::move(is_locked); }

  /// Leaves the write-ahead log in place when the connection is closed.
  void keep_log();
  /// Remembers damage that SQLite has met: from then on every use throws, so that nothing is built on it.
  void note_damage();

  SQLite::Database& database() { return database_; }
  [[nodiscard]] bool writes() const { return access_ == Access::write; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  void check_use();
  Result<void> step(const std::function<Result<void>()>& work);

  std::string path_;
  SQLite::Database database_;
  Access access_;
  bool open_ = false;  ///< a transaction is
  std::optional<Error> failed_step_;
  std::function<bool()> is_locked_;
  int damage_ = 0;  ///< the SQLite code of the damage that was met
  std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> statements_;
};

}  // namespace goodturn::store
