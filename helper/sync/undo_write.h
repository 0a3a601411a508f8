// Taking back one of our own writes to a server.
#pragma once

#include "helper/sync/send.h"

namespace goodturn::helper {

/// Takes back a row of Store::writes() and marks it undone. Always conditional: the server's present version
/// is read first and sent with its etag.
/// - update: the text before the write comes back. What others changed since stays (three-way merge).
/// - create: the item is deleted again, here and there; only while nobody changed it.
/// - remove: the item is created again.
/// Offline, or where the server refuses for now, nothing is changed. Call without the lock.
/// Errors: not_found (no such row; the item was deleted since), precondition (the same values were changed
/// since, here or on the server: change them by hand), invalid (undone already; a deleted
/// item is back under another name), forbidden (the collection
/// may not be written), and those of the requests.
Result<Sent> undo_write(World& world, std::int64_t write);

}  // namespace goodturn::helper
