// Where new items go.
#pragma once

#include <string_view>

#include "core/sync/collection.h"

namespace goodturn::helper {

/// Where a new item of a collection is put: a name made from its UID, with an ending such as ".ics". Two
/// machines that write the same item to one server choose the same place.
[[nodiscard]] Href new_place(const sync::Collection& collection, const Uid& uid, std::string_view ending);

}  // namespace goodturn::helper
