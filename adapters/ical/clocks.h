// What the clocks say in other places, from ICU's tables.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "core/base/time.h"

namespace goodturn::ical {

/// Recurrence::offset_of and Recurrence::offset_in (ports.h).
[[nodiscard]] std::optional<std::chrono::minutes> clock_of(std::string_view zone, Instant at);
[[nodiscard]] std::optional<std::chrono::minutes> clock_in(std::string_view country, Instant at);

}  // namespace goodturn::ical
