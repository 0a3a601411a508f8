// What the items of an export say, once more as JSON for other programs.
#pragma once

#include <map>
#include <string>

#include "helper/json/json.h"
#include "helper/world.h"

namespace goodturn::helper {

/// File name → content: people.json, profiles.json, own-profile.json, merges.json. Derived from the items
/// alone, in the order of their places, so that equal items give equal files; nothing of it is read back.
[[nodiscard]] Result<std::map<std::string, Json>> readable_views(World& world);

}  // namespace goodturn::helper
