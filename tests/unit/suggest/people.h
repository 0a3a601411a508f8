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

/// What a senior knows who aims at the company Orchard, wants a mentor and allows one ask a week.
[[nodiscard]] Circle with_goal();

/// The same person so many days later, with everything that has a date.
void shift(Contact& contact, std::chrono::days by);
void shift(Circle& circle, std::chrono::days by);

/// A user with words, a role map and a goal, and who knows whom among the contacts.
[[nodiscard]] Circle anything(std::mt19937_64& random, const std::vector<Contact>& contacts);

struct Crowd {
  std::vector<Contact> contacts;
  Circle circle;
};
/// Crowds in which, taken together, every rule has something to say: people of all sorts with a newcomer,
/// people known by letters alone (a circle to build on), and a user in a hard time. Among the people of each
/// are asks, and favours on request.
[[nodiscard]] std::vector<Crowd> crowds(std::mt19937_64& random, int count = 400);

/// The candidates of one rule.
[[nodiscard]] std::vector<Suggestion> of_rule(const std::vector<Contact>& contacts, Rule rule,
                                              const Settings& settings = {}, const Circle& circle = {});
[[nodiscard]] std::vector<Suggestion> week_of(const std::vector<Contact>& contacts, int budget = 5,
                                              const Circle& circle = {});
/// A favour: what the user gave or received so many days ago.
[[nodiscard]] relations::LedgerEntry favour(relations::LedgerSide side, int days, int size = 1,
                                            GiveKind kind = GiveKind::help);
/// The showing that a suggestion becomes.
[[nodiscard]] Showing shown(const Suggestion& suggestion, Day day);

}  // namespace goodturn::suggest
