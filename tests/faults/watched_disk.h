// A disk for SQLite that tells a test of every call, and fails it when the test says so.
#pragma once

#include <sqlite3.h>

#include <functional>
#include <string>
#include <string_view>

namespace goodturn::tests {

enum class Call { open, read, write, sync, truncate, remove };

/// One call before it is carried out.
struct Operation {
  Call call;
  std::string file;             ///< full path
  sqlite3_int64 at = 0;         ///< offset of read and write, new size of truncate
  std::string_view bytes = {};  /// what is written
};

/// Registers itself with SQLite under a name of its own for as long as it lives. The database, its log, its
/// journals and its temporary files go through it. Not thread-safe.
class WatchedDisk {
 public:
  /// Asked before each call: SQLITE_OK carries it out, another code is the call's answer.
  using Observer = std::function<int(const Operation&)>;

  WatchedDisk();
  ~WatchedDisk();
  WatchedDisk(const WatchedDisk&) = delete;
  WatchedDisk& operator=(const WatchedDisk&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  void observe(Observer observer) { observer_ = std::move(observer); }
  [[nodiscard]] int ask(const Operation& operation) const {
    return observer_ ? observer_(operation) : SQLITE_OK;
  }

 private:
  std::string name_;
  sqlite3_vfs disk_;
  Observer observer_;
};

}  // namespace goodturn::tests
