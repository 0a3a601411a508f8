// Calendar quarters and month ends.
#pragma once

#include <string>
#include <vector>

#include "core/base/time.h"

namespace goodturn::helper {

/// Both days included.
struct Quarter {
  std::string name;  ///< "2026-Q4"
  Day first{};
  Day last{};
  bool operator==(const Quarter&) const = default;
};

[[nodiscard]] Quarter quarter_of(Day day);
/// The quarter of `today` and those before it, oldest first.
[[nodiscard]] std::vector<Quarter> last_quarters(Day today, int count);
/// The newest `count` last days of months that are not later than `today`, oldest first.
[[nodiscard]] std::vector<Day> month_ends(Day today, int count);

}  // namespace goodturn::helper
