// What a ticked follow-up means beyond the contact itself: a gift, an ask, a step of an introduction.
#pragma once

#include "core/calendar/follow_up.h"
#include "helper/index/snapshot.h"
#include "helper/items/items.h"
#include "helper/items/undo.h"

namespace goodturn::helper {

/// Writes the record that a done follow-up stands for, so that ticking it is logging it. give-match,
/// reciprocate and support: a gift, unprompted, of size 1. ask: an open ask of the suggested kind. introduce:
/// the step that was taken, in a new record or the one under way. Other rules, and a suggestion that has no
/// ground any more: nothing. The UIDs follow from the follow-up's: ticked twice is one record. Call under
/// World::lock(), inside a transaction; `before` notes the earlier versions.
Result<void> take_effect(World& world, Items& items, const Snapshot& snapshot, const calendar::FollowUp& row,
                         Instant at, Before& before);

}  // namespace goodturn::helper
