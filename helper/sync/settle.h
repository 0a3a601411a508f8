// Writes whose end is not stored yet.
#pragma once

#include "helper/sync/keep.h"

namespace goodturn::helper {

/// Ends one write whose request was carried out, inside Store::transact(): the change log, the new base, the
/// item, the intent's row. `kept`: the resource as read afterwards; nullopt when somebody deleted it at once.
/// What the user changed meanwhile stays changed and is merged with what the server kept; values that the
/// server did not keep go to the conflicts.
Result<void> end_write(World& world, const sync::Intent& intent, const std::optional<sync::RemoteItem>& kept);

/// Finds out what became of requests whose answer was lost: each intent of the collection is checked by
/// reading the resource, then ended or dropped. `only`: those of one item; empty: all. Gives those whose
/// resource alone could not be read: they stay open and are asked about with the next sync. Errors: a request
/// that failed as the next one would; the rest stays open.
Result<std::vector<sync::ItemError>> settle_intents(World& world, RemoteCollection& remote,
                                                    sync::CollectionId collection, const Href& only = Href());

}  // namespace goodturn::helper
