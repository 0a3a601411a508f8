// What a collection says at the start of its sync: a delta where that is enough, else everything.
#pragma once

#include <unordered_map>

#include "helper/world.h"

namespace goodturn::helper {

struct Looked {
  sync::Listing listing;
  std::unordered_map<Href, sync::RemoteItem> texts;  ///< those that came inside the listing
};

/// Asks for the changes since the stored token. Once a day, and when the server's token went back, every
/// member is listed without texts instead: what a token once hid comes to light. Errors: the listing's;
/// nothing may be concluded then.
Result<Looked> look_at(World& world, RemoteCollection& remote, const sync::Collection& collection);

/// Stores that all of a collection was compared today. Call with the token, in its transaction.
Result<void> mark_compared(World& world, sync::CollectionId collection);

}  // namespace goodturn::helper
