#include "adapters/store/presence.h"

#include <system_error>

#include "adapters/store/backups.h"
#include "adapters/store/failure.h"

namespace goodturn::store {
namespace {

namespace fs = std::filesystem;

bool there(const fs::path& file) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(file, ignored));
}

/// SQLite takes a file of one byte for an empty one.
bool has_content(const fs::path& file) {
  std::error_code missing;
  const auto size = fs::file_size(file, missing);
  return !missing && size > 1;
}

fs::path log_of(const fs::path& database) { return database.string() + "-wal"; }

}  // namespace

fs::path open_mark(const fs::path& database) { return database.string() + "-open"; }

Result<void> check_presence(const fs::path& database) {
  if (!has_content(database) && (has_content(log_of(database)) || !backups_of(database).empty()))
    return fail(damaged(database.string(), there(database) ? "the file is empty" : "the file is missing"));
  if (there(database) && there(open_mark(database)) && !there(log_of(database)))
    return fail(
        damaged(database.string(), "its log, the file ending in -wal, is missing with the newest changes"));
  return {};
}

bool left_open(const fs::path& database) {
  return there(open_mark(database)) || has_content(log_of(database));
}

}  // namespace goodturn::store
