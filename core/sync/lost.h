// Values of ours that are no longer there: not kept by the server, or put back by another program.
#pragma once

#include <string_view>
#include <vector>

#include "core/sync/item.h"

namespace goodturn::sync {

/// What `sent` says and `kept` (what the server stored of it) does not. Only values count: a line that the
/// server folds, sorts or gives other parameters is kept. One row per value, with cause dropped; collection,
/// href and at are left for the caller to fill. Empty for a faithful server.
[[nodiscard]] std::vector<ConflictRow> dropped(std::string_view sent, std::string_view kept);

/// Values that our last write changed from `before` to `after`, that were still so in `agreed`, and that are
/// back at their old value in `remote`: the mark of a program that writes what it remembers (Thunderbird
/// sends no If-Match). A third value is an ordinary edit and no row. Rows as above, with cause clobbered.
[[nodiscard]] std::vector<ConflictRow> clobbered(std::string_view before, std::string_view after,
                                                 std::string_view agreed, std::string_view remote);

}  // namespace goodturn::sync
