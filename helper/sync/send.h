// Sending one changed item at once, outside a sync.
#pragma once

#include <optional>

#include "helper/world.h"

namespace goodturn::helper {

/// What became of a change that the user made.
struct Sent {
  bool sent = false;              ///< false: stored here only
  std::optional<Said> note = {};  ///< why it was not sent; nullopt when sent or nothing was to be sent
};

/// What to say of a change that could not be sent now.
[[nodiscard]] Said kept_for_later(const Error& why);

/// Brings the local version of one item to its server (push_item), where its collection may be written. What
/// cannot be sent now stays stored and goes out with the next sync; that is no error. Call without the lock.
/// Errors: storage only.
Result<Sent> send_item(World& world, sync::CollectionId collection, const Href& href);

}  // namespace goodturn::helper
