// This week's follow-ups: settled, filled up and published as tasks of the Follow-ups collection.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/calendar/follow_up.h"
#include "core/suggest/suggestion.h"
#include "helper/index/snapshot.h"
#include "helper/items/items.h"

namespace goodturn::helper {

/// The setting of earlier versions; read where the own profile says nothing.
inline constexpr std::string_view budget_key = "weekly_budget";
inline constexpr int default_budget = 5;

/// One follow-up of the week. For open ones the suggestion is recomputed, so that its numbers are
/// today's; for others it holds what the task says.
struct WeekEntry {
  suggest::Suggestion suggestion;
  calendar::FollowUp follow_up;
  [[nodiscard]] bool open() const { return !follow_up.completed && !follow_up.action && !follow_up.expired; }
  /// open, done, later, not-now, never or expired.
  [[nodiscard]] std::string_view state() const;
};

struct Week {
  std::string name;  ///< "2026-W48"
  int budget = default_budget;
  /// Open ones first, by the worth of their rule, due day and UID: figures that move from day to day do not
  /// shuffle the list. Then what is done.
  std::vector<WeekEntry> entries;
  std::optional<Said> empty_reason;  ///< nullopt when there are open entries
  std::vector<suggest::Resting> resting;
  std::vector<suggest::Exposure> exposure;
  /// From when on something may come up by itself: now, or when it is no longer quiet; nullopt: not within
  /// two weeks.
  std::optional<Instant> pop_up_from;
};

/// Whether the list may be changed or only looked at (another program holds the home).
enum class Publish { yes, no };

/// The list of the current week. With Publish::yes it closes what a touch has answered or an earlier week
/// left open, fills free places and stores the result as VTODO items, and keeps the tasks around meetings
/// (meetings/tasks.h); calling it again changes nothing.
/// With Publish::no nothing is stored; what would be filled in is shown too.
[[nodiscard]] Result<Week> this_week(World& world, Publish publish);

/// Stored follow-ups that were shown in the current week, open or not.
[[nodiscard]] Result<std::vector<calendar::FollowUp>> shown_this_week(World& world);

/// An entry from what its task says, without recomputed numbers.
[[nodiscard]] WeekEntry entry_of(const calendar::FollowUp& follow_up);

/// Writes one follow-up: the stored item with changed lines, or a new one. Under World::lock(), in a
/// transaction.
Result<void> write_follow_up(World& world, Items& items, const calendar::FollowUp& follow_up);

/// Suggestions a week, as the own profile says.
[[nodiscard]] Result<int> weekly_budget(World& world);
/// Writes it into the own profile. Errors: invalid outside 0–20.
Result<void> set_weekly_budget(World& world, int budget);

}  // namespace goodturn::helper
