// Putting a copy in the place of a database.
#pragma once

#include <filesystem>
#include <optional>

#include "core/base/result.h"

namespace goodturn::store {

struct Restored {
  std::filesystem::path copy;       ///< what is in place now; empty: no copy was good, an empty start
  std::filesystem::path set_aside;  ///< the folder with the former files; empty when there were none
  std::size_t saved = 0;            ///< items of the former file, saved below set_aside/items
};

/// Puts a checked copy of `from` in place of `database`; without `from` the newest of its backups that is
/// good. The former file, its log and mark are moved, with what could be read from them as files, to a new
/// folder "damaged-<number>" beside it; nothing is overwritten or deleted. Where there is no backup at all
/// the database is only moved aside. No connection may be open. A program that is killed on the way leaves
/// the former file in place or in that folder, and the next start says so. Errors: storage (no good copy),
/// not_found (`from`), invalid, suspicious.
[[nodiscard]] Result<Restored> restore(const std::filesystem::path& database,
                                       const std::optional<std::filesystem::path>& from);

}  // namespace goodturn::store
