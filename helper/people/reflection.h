// A line to oneself about something that was given. It never leaves this computer: it is no item, is not
// synchronised, and an export has it only on the user's word (features.md row 49).
#pragma once

#include <string>

#include "helper/journals/item_kind.h"

namespace goodturn::helper {

/// Settings of this name and the UID of an entry.
inline constexpr std::string_view reflection_prefix = "reflection.";
inline constexpr std::size_t longest_reflection = 1000;  ///< bytes

/// Empty when there is none.
[[nodiscard]] Result<std::string> reflection_on(World& world, const Uid& record);
/// Writes it, or erases it with an empty text; gives the id that takes it back. Errors: not_found (no such
/// entry), invalid (the entry gives nothing, the text is too long).
Result<std::string> reflect_on(World& world, UndoLog& undo, const Uid& record, const std::string& text);
/// Erases it together with its entry. Same calling rule as ItemKind::remove.
Result<void> forget_reflection(const Uid& record, Desk& desk);

}  // namespace goodturn::helper
