// Made-up people with a history, for measurements.
#pragma once

#include <vector>

#include "core/suggest/circle.h"
#include "core/suggest/contact.h"

namespace goodturn::bench {

inline constexpr Day today{std::chrono::days(20779)};
inline constexpr Now now{today + std::chrono::hours(12), today};

/// `people` tagged contacts with `touches_each` mails, out and in, ascending by time; gaps of 1–15 days on
/// the average. The same every time.
[[nodiscard]] std::vector<suggest::Contact> made_up_people(int people, int touches_each);

/// The same people as a user of every rule knows them: words, levels and favours for every tenth, tags for
/// all.
[[nodiscard]] std::vector<suggest::Contact> well_known_people(int people, int touches_each);

/// A user with offers, interests, a role map, a goal with asks, and ten signs of pairs for every contact.
[[nodiscard]] suggest::Circle made_up_circle(int people);

}  // namespace goodturn::bench
