#include "adapters/ical/recurrence.h"

#include <algorithm>
#include <exception>
#include <map>
#include <tuple>

#include "adapters/ical/clocks.h"
#include "adapters/ical/rule.h"
#include "adapters/ical/series.h"

namespace goodturn::ical {
namespace {

/// Items hold one UID; a broken one that mixes several is taken apart so that no override meets a stranger.
std::map<Uid, std::vector<Timing>> by_uid(std::vector<Timing> timings,
                                          std::span<const calendar::Event> events) {
  std::map<Uid, std::vector<Timing>> series;
  for (Timing& timing : timings)
    if (timing.event < events.size()) series[events[timing.event].uid].push_back(std::move(timing));
  return series;
}

void sort_and_bound(std::vector<calendar::Occurrence>& all) {
  std::sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
    return std::tie(left.start, left.end, left.event) < std::tie(right.start, right.end, right.event);
  });
  if (all.size() > most_steps) all.resize(most_steps);
}

}  // namespace

IcalRecurrence::IcalRecurrence(const std::string& local_zone) : zones_(local_zone) {}

Result<std::vector<calendar::Occurrence>> IcalRecurrence::expand(const text::Document& document,
                                                                 std::span<const calendar::Event> events,
                                                                 Instant from, Instant until) {
  const std::lock_guard lock(mutex_);
  try {
    zones_.trim();
    if (document.components().empty()) return fail(ErrorKind::parse, "This is not a calendar item.");
    std::vector<calendar::Occurrence> all;
    std::size_t steps_left = most_steps_of_item;
    for (const auto& [uid, series] : by_uid(read_timings(document, zones_), events)) {
      const auto found = expand_series(series, from, until, steps_left);
      all.insert(all.end(), found.begin(), found.end());
    }
    sort_and_bound(all);
    return all;
  } catch (const std::exception& thrown) {
    return fail(ErrorKind::parse,
                Said("The calendar item cannot be read: {reason}", {{"reason", std::string(thrown.what())}}));
  }
}

std::optional<std::chrono::minutes> IcalRecurrence::offset_of(std::string_view zone, Instant at) const {
  return clock_of(zone, at);
}

std::optional<std::chrono::minutes> IcalRecurrence::offset_in(std::string_view country, Instant at) const {
  return clock_in(country, at);
}

Day IcalRecurrence::local_day(Instant instant) const {
  const std::lock_guard lock(mutex_);
  return Day(std::chrono::floor<std::chrono::days>(zones_.local().to_local(instant)).time_since_epoch());
}

}  // namespace goodturn::ical
