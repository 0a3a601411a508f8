// The weekly list: rules, slots and restraint (ranking.md 3.1, 3.2).
#pragma once

#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/suggest/circle.h"
#include "core/suggest/contact.h"
#include "core/suggest/suggestion.h"

namespace goodturn::suggest {

struct Settings {
  int weekly_budget = 5;  ///< K, 0 is "no suggestions"
  /// First day with data: the first 14 days only what needs no rhythm runs (permitted.h).
  std::optional<Day> started;
};

/// Every candidate of every rule for everyone, best first; no slots, no budget. Pure.
[[nodiscard]] std::vector<Suggestion> candidates(std::span<const Contact> contacts, Now now,
                                                 const Settings& settings, const Circle& circle = {});

/// The new entries for this week: `candidates` cut by slots, budget (open showings of this week count),
/// 28-day cooldown, two showings per silence. Order: best first. Same input, same answer.
[[nodiscard]] std::vector<Suggestion> pick_week(std::span<const Contact> contacts, Now now,
                                                const Settings& settings, const Circle& circle = {});

}  // namespace goodturn::suggest
