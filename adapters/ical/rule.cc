#include "adapters/ical/rule.h"

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <memory>

namespace goodturn::ical {
namespace {

constexpr std::size_t longest_rule = 2048;
constexpr std::size_t most_times_a_day = 24;
/// What reading a rule costs, in steps of walking one.
constexpr std::size_t steps_of_start = 20;

using Parts = std::map<std::string, std::string, std::less<>>;

std::string upper(std::string_view text) {
  std::string shouted(text);
  for (char& letter : shouted)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  return shouted;
}

Parts parts_of(std::string_view rule) {
  Parts parts;
  const std::string text = upper(rule);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    const std::string part = text.substr(at, end - at);
    const std::size_t equals = part.find('=');
    if (equals != std::string::npos) parts[part.substr(0, equals)] = part.substr(equals + 1);
    at = end + 1;
  }
  return parts;
}

std::string_view part(const Parts& parts, std::string_view name) {
  const auto found = parts.find(name);
  return found == parts.end() ? std::string_view() : std::string_view(found->second);
}

/// Number of values of a BY part; an absent part has one (it is taken from the start).
std::size_t values_in(std::string_view list) {
  return static_cast<std::size_t>(std::count(list.begin(), list.end(), ',')) + 1;
}

std::vector<int> numbers_in(std::string_view list) {
  std::vector<int> numbers;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    numbers.push_back(std::abs(std::atoi(std::string(list.substr(at, end - at)).c_str())));
    at = end + 1;
  }
  return numbers;
}

/// False for 30 February and the like: libical looks for such a day up to the year 2582, 0.35 s per call.
bool some_day_exists(std::string_view by_month, std::string_view by_month_day) {
  static constexpr std::array days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (by_month.empty() || by_month_day.empty()) return true;
  int longest = 0;
  for (const int month : numbers_in(by_month))
    if (month >= 1 && month <= 12) longest = std::max(longest, days[static_cast<std::size_t>(month - 1)]);
  const std::vector<int> wanted = numbers_in(by_month_day);
  return std::any_of(wanted.begin(), wanted.end(), [&](int day) { return day <= longest; });
}

bool week_numbers_exist(std::string_view by_day, int largest) {
  const std::vector<int> weeks = numbers_in(by_day);
  return std::all_of(weeks.begin(), weeks.end(), [&](int week) { return week <= largest; });
}

icaltimetype to_ical(LocalTime local, bool is_date) {
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(local - day);
  icaltimetype made = icaltime_null_time();
  made.year = static_cast<int>(date.year());
  made.month = static_cast<int>(static_cast<unsigned>(date.month()));
  made.day = static_cast<int>(static_cast<unsigned>(date.day()));
  made.is_date = is_date ? 1 : 0;
  if (is_date) return made;
  made.hour = static_cast<int>(clock.hours().count());
  made.minute = static_cast<int>(clock.minutes().count());
  made.second = static_cast<int>(clock.seconds().count());
  return made;
}

LocalTime from_ical(const icaltimetype& time) {
  const auto date = std::chrono::year(time.year) / time.month / time.day;
  return std::chrono::local_days(date) + std::chrono::hours(time.hour) + std::chrono::minutes(time.minute) +
         std::chrono::seconds(time.second);
}

/// The last wanted local time of a rule: its UNTIL in the zone of the start, or the end of the walk. Without
/// this bound one call on a rule that never fits runs to the year 2582.
LocalTime end_of(const icaltimetype& until, const Walk& wanted) {
  if (icaltime_is_null_time(until)) return wanted.latest;
  LocalTime end = from_ical(until);
  if (until.is_date != 0 && !wanted.is_date) end += std::chrono::days(1) - std::chrono::seconds(1);
  if (until.is_date == 0 && icaltime_is_utc(until) && !wanted.is_date)
    end = wanted.zone.to_local(Instant(end.time_since_epoch()));
  return std::min(end, wanted.latest);
}

}  // namespace

bool is_walkable(std::string_view rule) {
  if (rule.size() > longest_rule) return false;
  const Parts parts = parts_of(rule);
  const std::string_view freq = part(parts, "FREQ");
  if (freq != "DAILY" && freq != "WEEKLY" && freq != "MONTHLY" && freq != "YEARLY") return false;
  const std::string_view scale = part(parts, "RSCALE");
  if (!scale.empty() && scale != "GREGORIAN") return false;
  const bool within_month = freq == "MONTHLY" || !part(parts, "BYMONTH").empty();
  if (!week_numbers_exist(part(parts, "BYDAY"), within_month ? 5 : 53)) return false;
  if (!some_day_exists(part(parts, "BYMONTH"), part(parts, "BYMONTHDAY"))) return false;
  const std::size_t times_a_day = values_in(part(parts, "BYHOUR")) * values_in(part(parts, "BYMINUTE")) *
                                  values_in(part(parts, "BYSECOND"));
  return times_a_day <= most_times_a_day;
}

bool is_plain_yearly(std::string_view rule) {
  const Parts parts = parts_of(rule);
  return is_walkable(rule) && part(parts, "FREQ") == "YEARLY" && part(parts, "BYHOUR").empty() &&
         part(parts, "BYMINUTE").empty() && part(parts, "BYSECOND").empty();
}

std::vector<LocalTime> walk(std::string_view rule, const Walk& wanted, std::size_t& steps_left) {
  std::vector<LocalTime> instances;
  const std::size_t most = std::min(most_steps, steps_left);
  if (most == 0 || wanted.latest < wanted.start) return instances;
  steps_left -= std::min(steps_of_start, steps_left);
  if (!is_walkable(rule)) return instances;
  icalrecurrencetype parsed = icalrecurrencetype_from_string(upper(rule).c_str());
  if (parsed.freq == ICAL_NO_RECURRENCE) return instances;
  parsed.until = to_ical(end_of(parsed.until, wanted), wanted.is_date);
  const std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)> iterator(
      icalrecur_iterator_new(parsed, to_ical(wanted.start, wanted.is_date)), icalrecur_iterator_free);
  if (!iterator) return instances;
  std::size_t steps = 0;
  for (; steps < most && instances.size() < most_instances; ++steps) {
    const icaltimetype next = icalrecur_iterator_next(iterator.get());
    if (icaltime_is_null_time(next)) break;
    const LocalTime local = from_ical(next);
    if (local >= wanted.earliest) instances.push_back(local);
  }
  steps_left -= std::min(steps, steps_left);
  return instances;
}

}  // namespace goodturn::ical
