// Items that the server no longer names: confirmed one by one, found again under another name, or removed.
#pragma once

#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/sync/report.h"
#include "helper/sync/keep.h"

namespace goodturn::helper {

/// The server's word on hrefs that a listing does not name.
struct Confirmed {
  std::unordered_set<Href> gone;          ///< 404 or 410
  std::vector<sync::RemoteItem> present;  ///< still there: the listing was filtered or cut
  std::vector<sync::ItemError> unknown;   ///< could not be asked
  [[nodiscard]] bool all_gone() const { return present.empty() && unknown.empty(); }
};

/// Reads each. Sends nothing when `hrefs` is empty. Errors: when nothing can be concluded.
Result<Confirmed> confirm_gone(RemoteCollection& remote, std::span<const Href> hrefs);

/// Which of the missing items came under a new name: the same UID, once among the missing and once among the
/// new. `missing` and `fresh` may be empty. Old href → new href.
Result<std::unordered_map<Href, Href>> find_moves(World& world, sync::CollectionId collection,
                                                  std::span<const sync::BaseMark> missing,
                                                  std::span<const sync::RemoteItem> fresh);

/// The agreed items here that carry the UID of one of `fresh` under another name: a delta that is silent
/// about names that came and went since its token names only the new one. `fresh` may be empty.
Result<std::vector<sync::BaseMark>> find_namesakes(World& world, sync::CollectionId collection,
                                                   std::span<const sync::RemoteItem> fresh);

/// Where the server has the same item (by UID) under another name already, the local one goes into it: both
/// changes are merged, the name here goes. Gives the other href; empty when there is none. Call under
/// World::lock(), inside Store::transact().
Result<Href> join_twin(World& world, Items& items, const sync::Item& item);

/// Takes one confirmed item away, as it is stored now. Unchanged here: it goes into the trash. Deleted here,
/// too: its base goes. Changed here: the edit wins; it loses its base and will be created anew, or its
/// changes go into the item that has its UID now. Gives the href that waits to be sent; empty when none does.
/// Call under World::lock(), inside Store::transact().
Result<Href> remove_gone(World& world, Items& items, sync::CollectionId collection, const Href& href,
                         sync::CollectionReport& report);

}  // namespace goodturn::helper
