// A disk for SQLite (a VFS) that writes a checksum into every page of a database and checks it on reading.
#pragma once

#include <sqlite3.h>

#include <string>

namespace goodturn::store {

/// The name of the checked disk over the disk `under` (empty: the system's), registered at its first use.
/// SQLite itself sees damage only where it breaks the structure; this one sees every changed page that is
/// read: the read then fails with SQLITE_IOERR_DATA. Files that were made without checksums are passed
/// through unchecked. The write-ahead log has checksums of its own. Thread-safe.
[[nodiscard]] std::string checked_disk(const std::string& under);

/// Whether the pages of this database's file carry checksums. False for a connection of another disk.
[[nodiscard]] bool has_checksums(sqlite3* database);

/// Whether the disk below failed to read this database's file since it was opened.
[[nodiscard]] bool disk_has_failed(sqlite3* database);

/// Makes a new database, or the next VACUUM of an old one, keep room for the checksums.
void reserve_checksums(sqlite3* database);

}  // namespace goodturn::store
