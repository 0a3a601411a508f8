// What the user knows of a person, and of themselves, field by field.
#pragma once

#include <span>
#include <string>

#include "helper/items/undo.h"
#include "helper/journals/item_kind.h"

namespace goodturn::helper {

/// The fields of calendar::Profile, in order.
[[nodiscard]] std::span<const Shape> profile_shapes();
/// Without fields that are empty.
[[nodiscard]] Json json_of(const calendar::Profile& profile);
/// Takes every field that `fields` names into the profile of a person, making it when needed; gives the id
/// that takes it back. A new rhythm, and "revive": true, end the rest of the tie. Errors: not_found, invalid.
Result<std::string> edit_profile(World& world, UndoLog& undo, const Uid& person, const Json& fields);

/// The fields of calendar::OwnProfile, in order.
[[nodiscard]] std::span<const Shape> own_profile_shapes();
[[nodiscard]] Json json_of(const calendar::OwnProfile& profile);
Result<std::string> edit_own_profile(World& world, UndoLog& undo, const Json& fields);

/// Notes three answers of 1–5 for today; a second time on one day replaces the first (features.md row 84).
/// Gives the id that takes it back. Errors: invalid.
Result<std::string> add_self_check(World& world, UndoLog& undo, int belong, int respect, int connection);

/// The own profile as it is stored; empty fields when there is none.
[[nodiscard]] Result<calendar::OwnProfile> own_profile(World& world);
/// Changes it. Call under World::lock(), inside a transaction. `before` notes the earlier version.
Result<void> change_own_profile(World& world, Items& items,
                                const std::function<void(calendar::OwnProfile&)>& edit, Before& before);
/// The same as a step of its own, for what is set back by setting it again. Errors: storage.
Result<void> set_in_own_profile(World& world, const std::function<void(calendar::OwnProfile&)>& edit);

}  // namespace goodturn::helper
