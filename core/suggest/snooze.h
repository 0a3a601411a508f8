// Putting somebody off: five words and what each of them means.
#pragma once

#include <optional>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"

namespace goodturn::suggest {

/// What is kept of a snooze; at most one is set.
struct Snoozed {
  std::optional<Day> until;             ///< not before this day
  std::optional<Day> until_they_write;  ///< since this day, until a touch comes from them
  bool never = false;                   ///< do not suggest
  bool operator==(const Snoozed&) const = default;
};

/// one-week: seven days from today; one-month: the same date of the next month, or its last day; after-date:
/// `date`, later than today; they-write; never. Errors: invalid (after-date without a later day).
[[nodiscard]] Result<Snoozed> snoozed_by(Snooze word, std::optional<Day> date, Day today);

}  // namespace goodturn::suggest
