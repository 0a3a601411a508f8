// A checked copy of a database that may be in use.
#pragma once

#include <filesystem>

#include "adapters/store/connection.h"

namespace goodturn::store {

/// Copies the database to `target` (mode 0600) by SQLite's backup API, checks the copy and only then gives
/// it its name; an older file of that name is replaced. Errors: storage.
[[nodiscard]] Result<void> backup(Connection& connection, const std::filesystem::path& target);

}  // namespace goodturn::store
