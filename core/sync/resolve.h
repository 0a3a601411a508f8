// What the user may do with a value that is not in its item: put it back, in place of the other or beside it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/sync/item.h"

namespace goodturn::sync {

enum class Take {
  mine,    ///< the local value takes the place of the remote one
  theirs,  ///< the item stays as it is
  both     ///< the local value comes beside the remote one
};

/// Whether both values can stand in one item: lists, and properties that may stand several times.
[[nodiscard]] bool can_take_both(const ConflictRow& conflict);

/// The item's text after the choice. Only the lines of the conflict's property change; in a text with several
/// components the one that holds the remote value is meant, else the first card, event, task or journal.
/// nullopt: the choice is not possible (both, where only one can stand; or no such component in the text).
[[nodiscard]] std::optional<std::string> resolved(std::string_view text, const ConflictRow& conflict,
                                                  Take take);

}  // namespace goodturn::sync
