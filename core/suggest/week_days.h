// Days of the week that suggestions use.
#pragma once

#include "core/base/time.h"

namespace goodturn::suggest {

/// The Monday of the ISO week of `day`.
[[nodiscard]] Day monday_of(Day day);
/// The first Monday-to-Friday day after `day`.
[[nodiscard]] Day next_working_day(Day day);
/// The first Friday at least two days after `day`: time enough to do it, still this working week.
[[nodiscard]] Day friday_after(Day day);

}  // namespace goodturn::suggest
