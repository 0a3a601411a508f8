// Taking the server's version of one item into the store.
#pragma once

#include "core/sync/decide.h"
#include "helper/sync/keep.h"

namespace goodturn::helper {

/// What became of a server's version.
struct Absorbed {
  sync::Verb verb = sync::Verb::nothing;  ///< the verb of sync::settle that was carried out
  bool known = false;                     ///< the item was agreed on before
  bool to_send = false;    ///< the local version differs from the new base and waits to be sent
  bool readable = true;    ///< it is a card or a calendar
  bool hidden = false;     ///< it is none and would have replaced a good one (hides): nothing was stored
  bool clobbered = false;  ///< values of our last write are back at their old ones
  Href double_of;          ///< a new item with the UID of this other one of the collection; else empty
};

/// Decides by content what the server's version means for the local one as it is stored now, and stores the
/// outcome: new base, item (merged where both sides changed), lost values, a deleted version that an edit
/// overruled. Call under World::lock(), inside Store::transact().
Result<Absorbed> absorb(World& world, Items& items, sync::CollectionId collection,
                        const sync::RemoteItem& remote);

}  // namespace goodturn::helper
