// The name of the calendar address's token among the Secrets.
#pragma once

#include <string_view>

namespace goodturn::helper {

inline constexpr std::string_view feed_secret = "feed-token";

}  // namespace goodturn::helper
