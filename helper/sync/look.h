// What a collection says at the start of its sync: a delta where that is enough, else everything.
#pragma once

#include "helper/world.h"

namespace goodturn::helper {

/// Asks for the changes since the stored token. Once a day, and when the server's token went back, every
/// member is listed without texts instead: what a token once hid comes to light. Texts that come inside the
/// listing go to `on_text` while it arrives. Errors: the listing's; nothing may be concluded then.
Result<sync::Listing> look_at(World& world, RemoteCollection& remote, const sync::Collection& collection,
                              const sync::OnItem& on_text);

/// RemoteCollection::changes, but every member where the server's token went back since `token`: it was
/// restored from a backup, or its clock went back, and what it says has changed means nothing.
Result<sync::Listing> changes_since(RemoteCollection& remote, const SyncToken& token,
                                    const sync::OnItem& on_text);

/// Stores that all of a collection was compared today. Call with the token, in its transaction.
Result<void> mark_compared(World& world, sync::CollectionId collection);

}  // namespace goodturn::helper
