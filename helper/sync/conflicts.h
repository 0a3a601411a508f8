// The user's choice on a value that is not in its item.
#pragma once

#include "core/sync/resolve.h"
#include "helper/sync/reversal.h"

namespace goodturn::helper {

/// Settles one row of Store::conflicts(): changes the item as chosen (sync::resolved), removes the row, sends
/// the change. Taking theirs only removes the row. Call without the lock.
/// Errors: not_found (no such row any more, or its item is gone), invalid (both cannot stand together:
/// sync::can_take_both).
Result<Chosen> resolve_conflict(World& world, std::int64_t conflict, sync::Take take);

}  // namespace goodturn::helper
