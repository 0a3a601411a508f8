// Answers that were given in another program to follow-ups kept on a server.
#pragma once

#include <vector>

#include "helper/index/snapshot.h"
#include "helper/items/items.h"

namespace goodturn::helper {

/// Ticked there: done, which logs the touch unless one is known that answers it. Moved there to a later day:
/// later. Deleted there: not now, kept in the local collection so that the person is not suggested again at
/// once. `follow_ups` as the index has them; returns how many were answered. Call under World::lock(), inside
/// a transaction.
Result<std::size_t> take_answers_from_elsewhere(World& world, Items& items, const Snapshot& snapshot,
                                                const std::vector<calendar::FollowUp>& follow_ups);

}  // namespace goodturn::helper
