// What the pages leave out on the user's word.
#pragma once

#include "helper/world.h"

namespace goodturn::helper {

/// Whether giving and receiving are shown as a balance beside a person (features.md row 40); on unless the
/// user turned it off.
[[nodiscard]] Result<bool> shows_balance(World& world);
Result<void> show_balance(World& world, bool shown);

}  // namespace goodturn::helper
