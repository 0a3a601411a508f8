#include "core/relations/cadence.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace goodturn::relations {
namespace {

constexpr double default_weight = 4;  // k of metrics.md 2.4, in gaps

double middle_of(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// σ/μ of the population; gaps not empty, all >= 1.
double relative_deviation(std::span<const int> gaps) {
  const auto count = static_cast<double>(gaps.size());
  const double mean = std::accumulate(gaps.begin(), gaps.end(), 0.0) / count;
  double squares = 0;
  for (const int gap : gaps) squares += (gap - mean) * (gap - mean);
  return std::sqrt(squares / count) / mean;
}

}  // namespace

std::vector<Day> contact_days(std::span<const Touch> touches) {
  std::vector<Day> days;
  days.reserve(touches.size());
  for (const Touch& touch : touches)
    if (touch.weight > 0) days.push_back(touch.day);
  if (!std::is_sorted(days.begin(), days.end())) std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

std::vector<int> gaps_of(std::span<const Day> days) {
  std::vector<int> gaps;
  if (days.size() > 1) gaps.reserve(days.size() - 1);
  for (std::size_t i = 1; i < days.size(); ++i) gaps.push_back(days_between(days[i - 1], days[i]));
  return gaps;
}

std::span<const int> newest(std::span<const int> gaps) {
  return gaps.subspan(gaps.size() - std::min(gaps.size(), recent_gaps));
}

double median(std::span<const int> gaps) { return middle_of({gaps.begin(), gaps.end()}); }

double median_deviation(std::span<const int> gaps) {
  const double middle = median(gaps);
  std::vector<double> deviations;
  for (const int gap : gaps) deviations.push_back(std::abs(gap - middle));
  return middle_of(std::move(deviations));
}

double learned_cadence(std::span<const int> gaps, double default_days) {
  return learned_cadence(gaps.size(), median(gaps), default_days);
}

double learned_cadence(std::size_t count, double median_gap, double default_days) {
  if (count == 0) return std::max(1.0, default_days);
  const auto n = static_cast<double>(count);
  const double logs = n * std::log(median_gap) + default_weight * std::log(default_days);
  return std::max(1.0, std::exp(logs / (n + default_weight)));
}

std::optional<UsualRange> usual_range(std::span<const int> gaps) {
  if (gaps.size() < 2) return std::nullopt;
  std::vector<int> sorted(gaps.begin(), gaps.end());
  std::sort(sorted.begin(), sorted.end());
  // Integers, because 0.8·10 in floating point may lie a hair above 8.
  const auto fifth = [&](std::size_t fifths) { return sorted[(sorted.size() * fifths + 4) / 5 - 1]; };
  return UsualRange{fifth(1), static_cast<int>(std::floor(median(gaps) + 0.5)), fifth(4)};
}

std::optional<double> burstiness(std::span<const int> gaps) {
  if (gaps.empty()) return std::nullopt;
  const double r = relative_deviation(gaps);
  return (r - 1) / (r + 1);
}

std::optional<double> corrected_burstiness(std::span<const int> gaps) {
  if (gaps.size() < 2) return std::nullopt;
  const auto events = static_cast<double>(gaps.size() + 1);
  const double r = relative_deviation(gaps);
  const double above = std::sqrt(events + 1), below = std::sqrt(events - 1);
  const double divisor = (above - 2) * r + below;
  if (divisor == 0) return std::nullopt;
  return (above * r - below) / divisor;
}

}  // namespace goodturn::relations
