// Bringing back what a sync removed.
#pragma once

#include "helper/sync/reversal.h"

namespace goodturn::helper {

/// Puts a row of Store::trash() back as an item of its collection and sends it: created on the server when it
/// is gone there. An item that stands in its place meanwhile (the edit that overruled the deletion) is
/// replaced by the restored version, and goes into the trash itself. Records about the person are attached by
/// UID and were never removed. Call without the lock. Errors: not_found (no such row any more), invalid (the
/// same item is back under another name already).
Result<Chosen> restore_trashed(World& world, std::int64_t trashed);

}  // namespace goodturn::helper
