// Made-up people for the tests of suggestions.
#pragma once

#include <initializer_list>
#include <random>
#include <string>
#include <vector>

#include "core/suggest/contact.h"
#include "core/suggest/ranking.h"
#include "core/suggest/week.h"

namespace goodturn::suggest {

/// Sunday 22 November 2026, 12:00 UTC.
inline constexpr Day today{std::chrono::days(20779)};
inline constexpr Now now{today + std::chrono::hours(12), today};

[[nodiscard]] Day ago(int days);
[[nodiscard]] relations::Touch touch_ago(int days, Channel channel = Channel::meeting,
                                         Direction direction = Direction::mutual);
/// A person with touches at these ages in days, oldest first.
[[nodiscard]] Contact person(const std::string& name, std::initializer_list<int> ages = {});
/// A tagged person met every `gap` days, last `last` days ago.
[[nodiscard]] Contact regular(const std::string& name, int gap, int last, int count = 12);
/// Anybody: random history, tags, dates, records and earlier showings.
[[nodiscard]] Contact anybody(std::mt19937_64& random, int number);
[[nodiscard]] std::vector<Contact> crowd(std::mt19937_64& random, int count);

/// The candidates of one rule.
[[nodiscard]] std::vector<Suggestion> of_rule(const std::vector<Contact>& contacts, Rule rule,
                                              const Settings& settings = {});
[[nodiscard]] std::vector<Suggestion> week_of(const std::vector<Contact>& contacts, int budget = 5);
/// The showing that a suggestion becomes.
[[nodiscard]] Showing shown(const Suggestion& suggestion, Day day);

}  // namespace goodturn::suggest
