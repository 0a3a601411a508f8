// Dates of birthdays and anniversaries as vCards write them.
#pragma once

#include <optional>
#include <string>

#include "core/people/card.h"
#include "core/text/document.h"

namespace goodturn::people {

/// Reads RFC 6350 §4.3.1 (19850412, --0412), RFC 2426 (1985-04-12, --04-12), timestamps (the date as
/// written: it is never moved to another time zone) and Apple's X-APPLE-OMIT-YEAR. nullopt when the
/// value names no day.
[[nodiscard]] std::optional<PartialDate> read_date(const text::Property& property);

/// As in a vCard 4.0, with dashes: "1985-04-12", "--04-12" without a year.
[[nodiscard]] std::string written_date(const PartialDate& date);

}  // namespace goodturn::people
