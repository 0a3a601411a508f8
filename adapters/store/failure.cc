#include "adapters/store/failure.h"

#include <sqlite3.h>

namespace goodturn::store {

Error failure_of(const SQLite::Exception& thrown, const std::string& path) {
  const auto storage = [&](std::string what) {
    return Error{ErrorKind::storage, std::move(what), path, 0, std::nullopt};
  };
  switch (thrown.getErrorCode() & 0xff) {
    case SQLITE_FULL:
      return storage("The disk is full. What was saved before is safe; free some space and try again.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return storage(
          "The database is damaged. It was left as it is; move it aside and restore a backup, or start "
          "afresh and sync again.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::busy, "Another program is using the database. Try again in a moment.", path, 0,
              std::nullopt};
    case SQLITE_READONLY:
      return storage(
          "The database cannot be written to: the file, its folder or this connection is read-only.");
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
      return {ErrorKind::invalid, std::string("The database refuses this value: ") + thrown.what(), path, 0,
              std::nullopt};
    default:
      return storage(std::string("The database failed: ") + thrown.what());
  }
}

}  // namespace goodturn::store
