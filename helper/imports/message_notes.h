// Days of LinkedIn messages as notes with the people they were written to.
#pragma once

#include <string>
#include <vector>

#include "core/imports/messages.h"
#include "helper/imports/entry.h"
#include "helper/items/items.h"

namespace goodturn::helper {

/// Adds one note for each day to `entries`: how many messages came and went, and not what they say. The other
/// one is found by the address of their profile, among the cards of `entries` and in all address books. Notes
/// and not touches: what comes out of a network counts as no contact (features.md row 37).
/// Returns how many messages are with nobody who is known. Call under World::lock(). Errors: storage.
[[nodiscard]] Result<std::size_t> add_message_notes(World& world, const Items& items,
                                                    const std::vector<imports::MessageDay>& days,
                                                    std::vector<ImportEntry>& entries);

}  // namespace goodturn::helper
