// Items that no server has seen, noted beside them: a sync finds them without reading the collection.
#pragma once

#include "core/base/strong.h"
#include "core/sync/item.h"

namespace goodturn::store {

class Connection;

// Inside the transaction that adds the item or the base. The schema takes the note along with what is
// deleted.

/// An item was stored; it is noted unless it has a base.
void note_unsent(Connection& connection, sync::CollectionId collection, const Href& href);
/// A base was stored.
void note_sent(Connection& connection, sync::CollectionId collection, const Href& href);
/// All items and bases were stored by another way.
void note_all_unsent(Connection& connection);

}  // namespace goodturn::store
