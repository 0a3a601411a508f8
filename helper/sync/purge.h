// What is kept for the user for a time only: the trash and the change log.
#pragma once

#include "helper/world.h"

namespace goodturn::helper {

/// Drops what was kept long enough. Not on the strength of a clock that jumps: after more than 30 days
/// without a sync, or when the day goes back, it waits until the day after tomorrow. Call with the lock.
/// Errors: storage.
[[nodiscard]] Result<void> purge_kept(World& world);

}  // namespace goodturn::helper
