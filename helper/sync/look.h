// What a collection says at the start of its sync: a delta where that is enough, else everything.
#pragma once

#include "helper/world.h"

namespace goodturn::helper {

/// Asks for the changes since the stored token. Once a day, and when the server's token went back, every
/// member is listed without texts instead: what a token once hid comes to light. Texts that come inside the
/// listing go to `on_text` while it arrives. Errors: the listing's; nothing may be concluded then.
Result<sync::Listing> look_at(World& world, RemoteCollection& remote, const sync::Collection& collection,
                              const sync::OnItem& on_text);

/// Stores that all of a collection was compared today. Call with the token, in its transaction.
Result<void> mark_compared(World& world, sync::CollectionId collection);

}  // namespace goodturn::helper
