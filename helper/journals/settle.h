// Settling: thanks for what was received, promises that were kept.
#pragma once

#include "helper/journals/item_kind.h"

namespace goodturn::helper {

/// What a written record brings with it; `was` is null for a new one:
/// - received and now settled: the thanks is noted as a gift (metrics.md 2.9 (e)); no longer settled: taken
/// back;
/// - promised and now settled: what it gives, where it says so, is noted as given; and back likewise;
/// - a gift of thanks: everything received from the person up to its local day is settled on that day. One
///   that is moved to another day or person, or is no thanks any more, is taken back first (follow_removal).
Result<void> follow_settling(const calendar::Record* was, const calendar::Record& is, Desk& desk);

/// What the removal of a record brings with it: what a thanks settled is open again, unless another thanks of
/// that day says the same, or it was settled by itself.
Result<void> follow_removal(const calendar::Record& was, Desk& desk);

/// Marks everything that was received from the person up to the day, and not yet thanked for, as thanked.
Result<void> settle_received(const Uid& person, Day day, Desk& desk);

}  // namespace goodturn::helper
