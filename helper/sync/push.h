// Sending one locally changed item with its condition; merging when the server changed it too.
#pragma once

#include "helper/sync/read_back.h"
#include "helper/world.h"

namespace goodturn::helper {

enum class Pushed { nothing, sent };

/// Brings the local version of one item to the server: create, update or delete, always conditional, an
/// intent row first. A 412 is answered by reading, merging and trying again, at most three times. What was
/// created or updated waits in `read_back` of the same collection, to be read with others; a removal is ended
/// at once. Takes the writer lock only around its transactions. Errors: the request's; after network errors
/// the intent row stays and is settled by the next sync.
Result<Pushed> push_item(World& world, RemoteCollection& remote, sync::CollectionId collection,
                         const Href& href, ReadBack& read_back);

/// The same for one item alone, read back at once.
Result<Pushed> push_item(World& world, RemoteCollection& remote, sync::CollectionId collection,
                         const Href& href);

}  // namespace goodturn::helper
