// Recreating the index from the items.
#pragma once

#include "helper/items/items.h"
#include "helper/world.h"

namespace goodturn::helper {

/// Clears the index and derives every stored item again, in one transaction. Gives the number of items.
Result<std::size_t> rebuild_index(World& world);

/// Derives again all items of one collection, as after a change of its switches.
Result<std::size_t> reindex_collection(World& world, Items& items, sync::CollectionId collection);

/// Rebuilds the index when a migration changed its tables, which it says by an empty `index.day`.
Result<void> finish_upgrade(World& world);

/// Derives events again when the last time was on another local day: a tentative meeting became past, or
/// the window of recurring meetings moved on. Cheap when nothing is to do.
Result<void> refresh_for_today(World& world);

}  // namespace goodturn::helper
