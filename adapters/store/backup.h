// A checked copy of a database that may be in use.
#pragma once

#include <filesystem>

#include "adapters/store/connection.h"

namespace goodturn::store {

/// Writes the rows of the database, without what was deleted, to a new file (mode 0600) beside `target`,
/// checks every page and tree of it, and only then gives it the name `target`; an older file of that name is
/// replaced. Not inside a transaction. `disk` is the connection's. Errors: storage.
[[nodiscard]] Result<void> backup(Connection& connection, const std::filesystem::path& target,
                                  const std::string& disk = {});

/// Full check of a file's pages, trees and rows. Errors: storage with what is damaged.
[[nodiscard]] Result<void> check_integrity(Connection& connection, const char* pragma);

}  // namespace goodturn::store
