// Made-up people with a history, for measurements.
#pragma once

#include <vector>

#include "core/suggest/contact.h"

namespace goodturn::bench {

inline constexpr Day today{std::chrono::days(20779)};
inline constexpr Now now{today + std::chrono::hours(12), today};

/// `people` tagged contacts with `touches_each` mails, out and in, ascending by time; gaps of 1–15 days on
/// the average. The same every time.
[[nodiscard]] std::vector<suggest::Contact> made_up_people(int people, int touches_each);

}  // namespace goodturn::bench
