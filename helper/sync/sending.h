// Sending what waits in one collection.
#pragma once

#include <vector>

#include "core/sync/report.h"
#include "helper/world.h"

namespace goodturn::helper {

/// Sends each of `waiting` (push_item), reads back what was kept of them, fifty at a time, and counts into
/// `report`. A refused item stands in the report and the next one is sent; a failure that the next one would
/// meet again, or the third refusal in a row that says the server is out of order, ends it: the rest waits
/// for the next sync, which also reads back what was not. Errors: those failures; cancelled.
Result<void> send_waiting(World& world, RemoteCollection& remote, sync::CollectionId collection,
                          const std::vector<Href>& waiting, const Cancelled& cancelled,
                          sync::CollectionReport& report);

}  // namespace goodturn::helper
