// Dates as people write them in notes.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/base/time.h"

namespace goodturn::notes {

/// A date in a text, with the time of day behind it.
struct FoundDay {
  Day day{};
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind date and time
};

/// The date a text begins with: 2026-11-03, 2026-11-03T14:25, 2026-11-03 14:25:00Z, 3.11.2026.
/// 03/11/2026 is none: nobody knows its order.
[[nodiscard]] std::optional<FoundDay> day_at_begin(std::string_view text);
/// The first such date that stands as a word of its own.
[[nodiscard]] std::optional<FoundDay> day_within(std::string_view text);
/// The date that a file name begins with: also 20261103, 202611031425 and 20261103142500.
[[nodiscard]] std::optional<FoundDay> day_of_name(std::string_view stem);

}  // namespace goodturn::notes
