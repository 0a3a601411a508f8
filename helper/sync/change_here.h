// What happened here to an agreed item, by its meaning.
#pragma once

#include "core/sync/change.h"
#include "helper/world.h"

namespace goodturn::helper {

/// sync::local_change, but for a text that differs from the agreed one in spelling only (folds, quotes, the
/// order of lines, stamps of programs): that is no change. Reads both texts where the mark says "edited".
/// Call with the lock. Errors: storage.
[[nodiscard]] Result<sync::Change> change_here(World& world, sync::CollectionId collection,
                                               const sync::BaseMark& mark);

}  // namespace goodturn::helper
