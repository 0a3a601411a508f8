// What becomes of the entries of an import, by what is here and who was erased.
#pragma once

#include "helper/imports/entry.h"
#include "helper/world.h"

namespace goodturn::helper {

/// Decides about every entry; one that is unsure stays so unless it is known or erased. Records share the
/// fate of their person when that one was erased. Call under World::lock(). Errors: storage.
Result<void> decide_fates(World& world, std::vector<ImportEntry>& entries);

/// What is told of a card that is unsure is unsure with it: it comes when the card does.
void follow_cards(std::vector<ImportEntry>& entries);

}  // namespace goodturn::helper
