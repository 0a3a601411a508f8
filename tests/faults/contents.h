// Everything that a user would miss of a store, to be compared before and after something went wrong.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "adapters/store/sqlite_store.h"

namespace goodturn::tests {

/// What is there by name: accounts, collections, items and their bases, writes under way, conflicts, trash,
/// change log, settings, observed mail, and what the index gives out.
using State = std::map<std::string, std::string>;

/// Names with this start are marks by which versions are told apart (etags, tokens, hashes, salts, numbers of
/// rows): two runs that come to the same end may differ in them.
inline constexpr std::string_view mark_start = "mark ";

/// Reads all through the store. `settings`: the names of those to be read. Errors: the store's, and storage
/// where it names something that is not there.
[[nodiscard]] Result<State> contents_of(store::SqliteStore& store, const std::vector<std::string>& settings);

/// The names of the settings in a database, which is sound and may be open.
[[nodiscard]] std::vector<std::string> settings_in(const std::filesystem::path& file);

}  // namespace goodturn::tests
