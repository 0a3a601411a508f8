// The setting that holds what `goodturn undo` can take back.
#pragma once

#include <string_view>

namespace goodturn::helper {

inline constexpr std::string_view kept_undo_key = "undo.kept";

}  // namespace goodturn::helper
