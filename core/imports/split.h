// Files with many cards or events as single items.
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

/// One item for each UID of a calendar: events, tasks and journals with the same UID stay together, under the
/// lines of their calendar and with its time zones (RFC 4791 section 4.1).
[[nodiscard]] std::vector<SingleItem> split_calendar(std::string_view bytes);

}  // namespace goodturn::imports
