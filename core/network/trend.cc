#include "core/network/trend.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/relations/alive.h"
#include "core/relations/cadence.h"

namespace goodturn::network {
namespace {

constexpr double critical = 1.96;

TrendWord word_of(const Trend& trend) {
  constexpr double notable = 0.1;
  if (trend.test.z < -critical && trend.change < -notable) return TrendWord::shrinking;
  if (trend.test.z > critical && trend.change > notable) return TrendWord::growing;
  return TrendWord::steady;
}

bool is_active(const ActivityHistory& history, Day day) {
  constexpr int recent = 90;
  const auto end = std::upper_bound(history.days.begin(), history.days.end(), day);
  const std::span<const Day> past(history.days.begin(), end);
  if (past.empty()) return false;
  const int elapsed = days_between(past.back(), day);
  if (elapsed <= recent) return true;
  const std::vector<int> gaps = relations::gaps_of(past);
  const std::span<const int> newest = relations::newest(gaps);
  const double cadence = relations::learned_cadence(newest, history.default_cadence);
  const relations::Recency recency{static_cast<int>(gaps.size()),
                                   static_cast<double>(days_between(past.front(), past.back())),
                                   static_cast<double>(days_between(past.front(), day))};
  return relations::liveliness(relations::alive_chance(recency, cadence),
                               relations::freshness(elapsed, newest)) == relations::Liveliness::alive;
}

}  // namespace

std::optional<double> theil_sen(std::span<const double> values) {
  if (values.size() < 2) return std::nullopt;
  std::vector<double> slopes;
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t k = i + 1; k < values.size(); ++k)
      slopes.push_back((values[k] - values[i]) / static_cast<double>(k - i));
  std::sort(slopes.begin(), slopes.end());
  const std::size_t half = slopes.size() / 2;
  return slopes.size() % 2 == 1 ? slopes[half] : (slopes[half - 1] + slopes[half]) / 2;
}

std::optional<MannKendall> mann_kendall(std::span<const double> values) {
  if (values.size() < 2) return std::nullopt;
  MannKendall test;
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t k = i + 1; k < values.size(); ++k)
      test.s += (values[k] > values[i]) - (values[k] < values[i]);
  const auto n = static_cast<double>(values.size());
  const double deviation = std::sqrt(n * (n - 1) * (2 * n + 5) / 18);
  if (test.s != 0) test.z = (test.s > 0 ? test.s - 1 : test.s + 1) / deviation;
  return test;
}

std::optional<Trend> network_trend(std::span<const int> month_ends) {
  constexpr std::size_t least = 6, most = 12;
  if (month_ends.size() < least) return std::nullopt;
  const std::span<const int> window = month_ends.last(std::min(most, month_ends.size()));
  const std::vector<double> values(window.begin(), window.end());
  Trend trend;
  trend.months = values.size();
  trend.slope = *theil_sen(values);
  trend.test = *mann_kendall(values);
  if (values.front() > 0) trend.change = (values.back() - values.front()) / values.front();
  trend.word = word_of(trend);
  return trend;
}

std::vector<Uid> active_people(std::span<const ActivityHistory> histories, Day day) {
  std::vector<Uid> active;
  for (const ActivityHistory& history : histories)
    if (is_active(history, day)) active.push_back(history.person);
  return active;
}

std::vector<Uid> newcomers(std::span<const ActivityHistory> histories, Day first, Day last) {
  std::vector<Uid> people;
  for (const ActivityHistory& history : histories)
    if (history.days.size() >= 2 && history.days[0] >= first && history.days[1] <= last)
      people.push_back(history.person);
  return people;
}

Turnover turnover(std::vector<Uid> before, std::vector<Uid> after) {
  std::sort(before.begin(), before.end());
  std::sort(after.begin(), after.end());
  Turnover result;
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                      std::back_inserter(result.gained));
  std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                      std::back_inserter(result.lost));
  return result;
}

}  // namespace goodturn::network
