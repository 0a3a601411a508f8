// Address books into which the people of a file may go.
#pragma once

#include <string>
#include <vector>

#include "helper/items/items.h"

namespace goodturn::helper {

struct ImportBook {
  sync::CollectionId id = 0;
  std::string name;
  std::string account;  ///< its name
};

struct ImportBooks {
  std::vector<ImportBook> open;     ///< by account and name
  std::vector<std::string> closed;  ///< names of those that the user keeps from being written to
};

/// Address books of accounts that are in use and that their server or folder lets us change; never those in
/// which Goodturn's own records are kept. Call under World::lock(). Errors: storage.
[[nodiscard]] Result<ImportBooks> import_books(World& world, const Items& items);

/// The address book with that number, if it is an open one. Call under World::lock(). Errors: not_found;
/// forbidden.
[[nodiscard]] Result<sync::Collection> chosen_book(const Items& items, sync::CollectionId id);

}  // namespace goodturn::helper
