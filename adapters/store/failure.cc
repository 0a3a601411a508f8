#include "adapters/store/failure.h"

#include <sqlite3.h>

#include "adapters/store/backups.h"

namespace goodturn::store {

bool is_damage(int code) {
  const int primary = code & 0xff;
  return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB || code == SQLITE_IOERR_DATA ||
         code == SQLITE_IOERR_CORRUPTFS;
}

Error damaged(const std::string& path, const std::string& detail) {
  const Said clause(detail.empty() ? "a part of it cannot be read" : std::string_view(detail));
  const std::vector<Said> why = {clause};
  const auto copies = backups_of(path);
  if (copies.empty())
    return error_of(
        ErrorKind::storage,
        Said("The database is damaged ({detail}). Nothing was changed. There is no copy of it yet; "
             "`goodturn restore` saves what can still be read.",
             {{"detail", why}}),
        path);
  return error_of(
      ErrorKind::storage,
      Said(
          "The database is damaged ({detail}). Nothing was changed. Run `goodturn restore`: it sets the file "
          "aside, saves what can still be read from it, and puts the newest good copy in its place: {file}",
          {{"detail", why}, {"file", copies.front().file.string()}}),
      path);
}

Error failure_of(const SQLite::Exception& thrown, const std::string& path) {
  const auto storage = [&](std::string what) {
    return Error{ErrorKind::storage, std::move(what), path, 0, std::nullopt};
  };
  if (is_damage(thrown.getErrorCode()) || is_damage(thrown.getExtendedErrorCode())) return damaged(path, "");
  switch (thrown.getErrorCode() & 0xff) {
    case SQLITE_FULL:
      return storage("The disk is full. What was saved before is safe; free some space and try again.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::busy, "Another program is using the database. Try again in a moment.", path, 0,
              std::nullopt};
    case SQLITE_READONLY:
      return storage(
          "The database cannot be written to: the file, its folder or the disk is read-only. Reading works; "
          "to "
          "change something make it writable first.");
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return storage("The database cannot be opened. Check that its folder exists and belongs to you.");
    case SQLITE_IOERR:
      return storage("The disk reported an error while the database was used. Nothing was half saved.");
    case SQLITE_TOOBIG:
      return storage("A text is too large to be stored.");
    case SQLITE_CONSTRAINT:
      if (thrown.getExtendedErrorCode() == SQLITE_CONSTRAINT_FOREIGNKEY)
        return {ErrorKind::not_found, "The account or collection does not exist (any more).", path, 0,
                std::nullopt};
      return error_of(ErrorKind::invalid,
                      Said("The database refuses this value: {reason}", {{"reason", thrown.what()}}), path);
    default:
      return error_of(ErrorKind::storage, Said("The database failed: {reason}", {{"reason", thrown.what()}}),
                      path);
  }
}

}  // namespace goodturn::store
