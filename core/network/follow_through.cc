#include "core/network/follow_through.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/relations/cadence.h"

namespace goodturn::network {
namespace {

constexpr int kept_days = 90, kept_touches = 2;

/// Enough events of every attended type to compare them.
bool has_own_figures(const std::vector<VenueYield>& yields) {
  constexpr int enough = 3, comparable = 2;
  int attended = 0;
  for (const VenueYield& yield : yields) {
    if (yield.events == 0) continue;
    if (yield.events < enough) return false;
    ++attended;
  }
  return attended >= comparable;
}

void add(std::vector<VenueYield>& yields, const VenueEvent& event) {
  auto found = std::find_if(yields.begin(), yields.end(),
                            [&](const VenueYield& yield) { return yield.type == event.type; });
  if (found == yields.end()) found = yields.insert(yields.end(), VenueYield{event.type, 0, 0, std::nullopt});
  ++found->events;
  found->kept += event.kept;
  found->yield = static_cast<double>(found->kept) / found->events;
}

}  // namespace

FollowUpLatency follow_up_latency(std::span<const FirstWord> words) {
  constexpr int prompt_days = 2;
  FollowUpLatency latency;
  std::vector<int> days;
  for (const FirstWord& word : words) {
    ++latency.met;
    ++latency.prompt.whole;
    if (!word.wrote) continue;
    days.push_back(std::max(0, days_between(word.met, *word.wrote)));
    latency.prompt.part += days.back() <= prompt_days;
  }
  if (!days.empty()) latency.median_days = relations::median(days);
  return latency;
}

std::span<const std::string> venue_order() {
  static const std::array<std::string, 9> order = {
      "conference", "meetup", "mixer", "workshop", "association", "alumni", "community", "class", "club"};
  return order;
}

std::vector<VenueYield> venue_yields(std::span<const VenueEvent> events) {
  std::vector<VenueYield> yields;
  for (const std::string& type : venue_order()) yields.push_back({type, 0, 0, std::nullopt});
  const std::size_t known = yields.size();
  for (const VenueEvent& event : events) add(yields, event);
  std::sort(yields.begin() + static_cast<std::ptrdiff_t>(known), yields.end(),
            [](const VenueYield& left, const VenueYield& right) { return left.type < right.type; });
  if (has_own_figures(yields)) {
    constexpr double never_attended = -1;
    std::stable_sort(yields.begin(), yields.end(), [&](const VenueYield& left, const VenueYield& right) {
      return left.yield.value_or(never_attended) > right.yield.value_or(never_attended);
    });
  }
  return yields;
}

bool is_kept(Day met, std::span<const Day> touches) {
  return std::count_if(touches.begin(), touches.end(), [&](Day day) {
           const int after = days_between(met, day);
           return after > 0 && after <= kept_days;
         }) >= kept_touches;
}

std::optional<double> relatedness(std::span<const int> answers) {
  constexpr std::size_t questions = 3;
  constexpr int lowest = 1, highest = 5;
  const bool valid = std::all_of(answers.begin(), answers.end(),
                                 [](int answer) { return answer >= lowest && answer <= highest; });
  if (answers.size() != questions || !valid) return std::nullopt;
  return std::accumulate(answers.begin(), answers.end(), 0.0) / questions;
}

std::optional<double> answer_time(std::span<const int> minutes) {
  if (minutes.empty()) return std::nullopt;
  return relations::median(minutes);
}

}  // namespace goodturn::network
