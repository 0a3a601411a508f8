// Sending what waits in one collection, item by item.
#pragma once

#include <set>

#include "core/sync/report.h"
#include "helper/sync/run.h"

namespace goodturn::helper {

/// Sends each of `waiting` (push_item) and counts into `report`. A refused item stands in the report and
/// the next one is sent; a failure that the next one would meet again, or the third refusal in a row that
/// says the server is out of order, ends it: the rest waits for the next sync.
/// Errors: those failures; cancelled.
Result<void> send_waiting(World& world, RemoteCollection& remote, sync::CollectionId collection,
                          const std::set<Href>& waiting, const SyncOptions& options,
                          sync::CollectionReport& report);

}  // namespace goodturn::helper
