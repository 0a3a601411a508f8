// Where a person stands in the store: what goes and what is edited.
#pragma once

#include <vector>

#include "helper/erase/marks.h"
#include "helper/items/items.h"

namespace goodturn::helper {

struct ItemPlace {
  sync::CollectionId collection = 0;
  Href href;
  Uid uid;
};

/// One reading. Ids are of the store's lists.
struct StoredPerson {
  PersonMarks marks;
  std::vector<CardPlace> cards;
  std::vector<ItemPlace> own;      ///< items of Goodturn about the person alone, or about a tie to them
  std::vector<sync::Item> shared;  ///< items of Goodturn that name them among others, as they are to become
  std::vector<std::int64_t> trash, writes, conflicts, intents;
  std::size_t messages = 0, meetings = 0, mentions = 0;
};

/// Call under World::lock(). Errors: not_found (no such person), storage.
[[nodiscard]] Result<StoredPerson> find_stored(World& world, const Items& items, const Snapshot& snapshot,
                                               const Person& person);

/// Rows of trash, change log, conflicts and writes under way that are about the person or about one of
/// `gone`. Call under World::lock().
Result<void> find_history(World& world, const std::vector<ItemPlace>& gone, StoredPerson& found);

}  // namespace goodturn::helper
