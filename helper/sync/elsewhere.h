// Items that a server stored under another name than they were sent to, without saying so.
#pragma once

#include <unordered_map>
#include <unordered_set>

#include "helper/world.h"

namespace goodturn::helper {

/// Looks for items by their UIDs among the names that nobody here knows, after a create whose own name is
/// free although it was carried out (no Location in the answer). Asks for what changed since the last sync
/// and for the texts of what is new. A UID that stands under two new names, or under none, is not in the
/// answer. Sends nothing when `uids` is empty. Call without the lock. Errors: the requests'; nothing may be
/// concluded then.
Result<std::unordered_map<Uid, sync::RemoteItem>> find_elsewhere(World& world, RemoteCollection& remote,
                                                                 sync::CollectionId collection,
                                                                 const std::unordered_set<Uid>& uids);

}  // namespace goodturn::helper
