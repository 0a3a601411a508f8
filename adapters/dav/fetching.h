// Texts of many members: multiget in batches, several in flight, split where a batch fails as a whole.
#pragma once

#include <optional>
#include <span>
#include <unordered_set>
#include <vector>

#include "adapters/dav/place.h"
#include "core/sync/item.h"

namespace goodturn::dav {

using HrefSet = std::unordered_set<Href>;

/// The members that must be asked for as vCard 4.0: a server that offers both versions (Cyrus) gives 3.0
/// by default and converts, dropping KIND and the like; it converts the other way too, and no property
/// tells which one is stored, but addressbook-query matches the stored VERSION (measured on 3.6.1).
/// Empty where the server offers one version only. Two small requests.
Result<HrefSet> stored_as_version_4(const Place& place);

/// One GET with text and ETag from the same answer; empty where the resource is gone (404, 410).
Result<std::optional<sync::RemoteItem>> get_item(const Place& place, const Href& href, bool version_4);

/// RemoteCollection::fetch. `version_4`: those of stored_as_version_4().
Result<std::vector<sync::ItemError>> fetch_items(const Place& place, std::span<const Href> hrefs,
                                                 const HrefSet& version_4, const sync::OnItem& on_item);

}  // namespace goodturn::dav
