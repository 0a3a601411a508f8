// One connection to the database file with its pragmas, prepared statements and transactions.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "core/base/result.h"

namespace goodturn::store {

enum class Access { write, read };

/// Not thread-safe: one connection is used by one thread at a time. Its functions throw
/// SQLite::Exception unless they return a Result.
class Connection {
 public:
  /// Opens an existing file. A reader never checkpoints: up to SQLite 3.51.2 two connections that
  /// checkpoint at one moment can damage the file, so only the one writer does.
  Connection(const std::filesystem::path& path, Access access);

  /// The statement of this text, compiled at its first use.
  SQLite::Statement& prepared(const char* sql);
  /// A statement of its own, for a read during which the same text may be used again.
  SQLite::Statement compile(const char* sql) { return SQLite::Statement(database_, sql); }

  /// Commits if `work` succeeds, else rolls back. Inside another call it is a savepoint, so a failed inner
  /// step leaves nothing half done even if the outer work goes on.
  Result<void> in_transaction(const std::function<Result<void>()>& work);
  [[nodiscard]] bool in_transaction() const { return depth_ > 0; }

  SQLite::Database& database() { return database_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  SQLite::Database database_;
  Access access_;
  int depth_ = 0;
  std::unordered_map<std::string_view, std::unique_ptr<SQLite::Statement>> statements_;
};

}  // namespace goodturn::store
