// Texts of many members: multiget in batches, several in flight, split where a batch fails as a whole.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "adapters/dav/versions.h"
#include "core/sync/item.h"

namespace goodturn::dav {

/// Names in one multiget. 10,000 contacts on Cyrus: 4.97 s by 100, 1.68 s by 500, 1.17 s by 1000; xandikos
/// needs 107 ms a href.
inline constexpr std::size_t most_in_one_question = 500;

/// One GET with text and ETag from the same answer; empty where the resource is gone (404, 410).
Result<std::optional<sync::RemoteItem>> get_item(const Place& place, const Href& href, bool version_4);

/// RemoteCollection::fetch. `version_4`: the members that are stored as vCard 4.0 (Versions).
Result<std::vector<sync::ItemError>> fetch_items(const Place& place, std::span<const Href> hrefs,
                                                 const HrefSet& version_4, const sync::OnItem& on_item);

}  // namespace goodturn::dav
