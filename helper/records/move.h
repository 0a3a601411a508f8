// Moving the records of one collection into another without losing any.
#pragma once

#include "helper/items/items.h"

namespace goodturn::helper {

enum class Leave { nothing, copies };

/// Puts every item of `from` into `to`; where `to` has the same UID already, both are merged and what clashes
/// is kept as a conflict. With Leave::nothing they are gone from `from` afterwards. Call under World::lock(),
/// inside a transaction.
Result<void> move_records(World& world, Items& items, const sync::Collection& from,
                          const sync::Collection& to, Leave leave);

}  // namespace goodturn::helper
