// Brings a database file to the newest schema, one numbered step after the other.
#pragma once

#include <span>
#include <string_view>

#include "adapters/store/connection.h"

namespace goodturn::store {

/// One file of schemas/migrations. The first is version 1.
struct Migration {
  std::string_view name;
  std::string_view sql;
};

/// PRAGMA application_id of our files: a SQLite file with tables and without this mark is not touched.
inline constexpr int application_id = 1197364308;

/// From this version on every page carries a checksum; a file that says otherwise is damaged.
inline constexpr int version_with_checksums = 5;

/// Fails without writing a byte when the file is of a newer version than `migrations` (invalid), is not
/// ours (suspicious) or is damaged (storage).
[[nodiscard]] Result<void> check_version(Connection& connection, std::span<const Migration> migrations);

/// Runs the missing steps, each in one transaction with its version number: a killed program leaves the
/// version before or after a step, never between. A file with content is first copied, checked, to the
/// folder of the backups. `disk` is the connection's. Errors: storage.
[[nodiscard]] Result<void> migrate(Connection& connection, std::span<const Migration> migrations,
                                   const std::string& disk = {});

}  // namespace goodturn::store
