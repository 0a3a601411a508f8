// ISO 8601 weeks: Monday first, the week of a year that holds its Thursday.
#pragma once

#include <string>

#include "core/base/time.h"

namespace goodturn::helper {

[[nodiscard]] Day monday_of(Day day);
/// "2026-W48".
[[nodiscard]] std::string iso_week(Day day);

}  // namespace goodturn::helper
