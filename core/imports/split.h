// Files with many cards as single items.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/strong.h"

namespace goodturn::imports {

struct SingleItem {
  Uid uid;
  std::string text;  ///< as it stood, byte for byte, but for a UID where it had none
};

/// The cards of a text, each with all its lines. A card without UID gets one made from its content.
[[nodiscard]] std::vector<SingleItem> split_cards(std::string_view bytes);

/// The text with a UID in its first card, event, task or journal.
[[nodiscard]] std::string with_uid(const std::string& text, const Uid& uid);

}  // namespace goodturn::imports
