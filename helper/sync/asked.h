// Deletions that a sync stopped at: what the user was shown, and may agree to.
#pragma once

#include "core/sync/plan.h"
#include "helper/world.h"

namespace goodturn::helper {

/// Numbers of deletions that the user was shown for a collection.
struct Asked {
  std::size_t here = 0;
  std::size_t there = 0;
  bool operator==(const Asked&) const = default;
};

/// What the last sync of the collection stopped at; zeros when it did not stop. A confirmation covers these
/// numbers and no more: what vanished since is asked about again.
Result<Asked> asked_before(World& world, sync::CollectionId collection);
/// Remembers what a plan stops at.
Result<void> remember_asked(World& world, sync::CollectionId collection, const Asked& before,
                            const sync::Plan& plan);

}  // namespace goodturn::helper
