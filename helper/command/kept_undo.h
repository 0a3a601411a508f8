// Taking back what a command did, after its program has ended.
#pragma once

#include <string>
#include <string_view>

#include "helper/items/undo.h"

namespace goodturn::helper {

inline constexpr std::size_t kept_undos = 20;

/// Keeps the earlier versions of an action in the store, the newest kept_undos of them. `what` says what was
/// done, for the user. Call after the action.
Result<void> keep_undo(World& world, const Before& before, std::string_view what);

/// Takes the newest kept action back and forgets it; gives its `what`. An action whose items were changed
/// since stays as it is. Errors: not_found (nothing is kept), precondition (changed since), storage.
Result<std::string> undo_kept(World& world);

}  // namespace goodturn::helper
