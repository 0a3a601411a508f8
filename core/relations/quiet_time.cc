#include "core/relations/quiet_time.h"

#include <algorithm>

#include "core/relations/cadence.h"
#include "core/relations/silence.h"

namespace goodturn::relations {
namespace {

constexpr int habit_days = 365;
constexpr double habit_quantile = 0.9;

/// A week without reaching out says something only about users who rarely have one.
bool quiet_week_is_unusual(std::span<const Day> active, Day today) {
  const auto from = std::lower_bound(active.begin(), active.end(), today - std::chrono::days(habit_days));
  const std::vector<int> gaps = gaps_of({from, active.end()});
  const std::optional<int> threshold = silence_threshold(gaps, habit_quantile);
  return threshold && *threshold <= quiet_days;
}

}  // namespace

std::vector<Day> outgoing_days(std::span<const Touch> touches) {
  std::vector<Day> days;
  for (const Touch& touch : touches)
    if (touch.weight > 0 && touch.direction != Direction::in) days.push_back(touch.day);
  if (!std::is_sorted(days.begin(), days.end())) std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

std::vector<QuietTime> quiet_times(std::span<const Day> active, Day today) {
  constexpr std::chrono::days one(1);
  std::vector<QuietTime> quiet;
  active = active.first(
      static_cast<std::size_t>(std::upper_bound(active.begin(), active.end(), today) - active.begin()));
  if (!quiet_week_is_unusual(active, today)) return quiet;
  for (std::size_t i = 0; i < active.size(); ++i) {
    const Day first = active[i] + one;
    const Day last = i + 1 < active.size() ? active[i + 1] - one : today;
    if (days_between(first, last) + 1 >= quiet_days) quiet.push_back({first, last});
  }
  return quiet;
}

int elapsed_days(Day last, Day today, std::span<const QuietTime> quiet) {
  int elapsed = std::max(0, days_between(last, today));
  for (auto time = quiet.rbegin(); time != quiet.rend() && time->last > last; ++time) {
    const Day from = std::max(time->first, last + std::chrono::days(1));
    const Day until = std::min(time->last, today);
    elapsed -= std::max(0, days_between(from, until) + 1);
  }
  return std::max(0, elapsed);
}

}  // namespace goodturn::relations
