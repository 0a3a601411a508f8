// The sync of one collection: settle, list, plan, then do.
#pragma once

#include "core/sync/report.h"
#include "helper/sync/run.h"

namespace goodturn::helper {

/// Runs one collection to its end. `report` fills while it goes, also when it fails; one bad item never
/// stops the rest. The token is stored with the last items and the names of those that were left out
/// (Remainder). With DryRun::yes nothing is written or sent; the plan's lines go to `plan_lines`. Errors: the
/// listing's or the store's; cancelled.
Result<void> sync_collection(World& world, RemoteCollection& remote, const sync::Collection& collection,
                             const SyncOptions& options, sync::CollectionReport& report,
                             std::vector<Said>& plan_lines);

}  // namespace goodturn::helper
