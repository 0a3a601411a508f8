// A UTC offset as cards write it.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace goodturn::people {

/// "-0500", "-05:00", "+01", "Z" (RFC 6350 §4.7, RFC 2426 §3.4.1), also before further words as in the
/// example of RFC 2426: "-05:00; EST; Raleigh/North America". Seconds do not count. nullopt for everything
/// else, and beyond 14 hours, which no clock on earth shows.
[[nodiscard]] std::optional<std::chrono::minutes> utc_offset(std::string_view text);

}  // namespace goodturn::people
