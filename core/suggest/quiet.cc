#include "core/suggest/quiet.h"

#include <algorithm>

namespace goodturn::suggest {
namespace {

using std::chrono::minutes;

struct LocalTime {
  Day day{};
  int minute = 0;  ///< since midnight
};

LocalTime local_time(Instant at, minutes offset) {
  const Instant local = at + offset;
  const Day day = std::chrono::floor<std::chrono::days>(local);
  return {day, static_cast<int>(std::chrono::floor<minutes>(local - day).count())};
}

bool is_day_off(const Circle& circle, Day day) {
  return !circle.own.works[std::chrono::weekday(day).iso_encoding() - 1];
}

bool is_on_vacation(const Circle& circle, Day day) {
  return std::any_of(circle.vacations.begin(), circle.vacations.end(),
                     [&](const DaySpan& span) { return span.first <= day && day <= span.last; });
}

bool is_quiet_minute(const calendar::QuietHours& quiet, int minute) {
  if (quiet.from <= quiet.until) return minute >= quiet.from && minute < quiet.until;
  return minute >= quiet.from || minute < quiet.until;
}

bool may_call(minutes offset, Instant at) {
  constexpr int hour = 60;
  constexpr unsigned last_working = 5;
  const LocalTime there = local_time(at, offset);
  return std::chrono::weekday(there.day).iso_encoding() <= last_working &&
         there.minute >= call_from_hour * hour && there.minute < call_until_hour * hour;
}

template <class Fits>
std::optional<Instant> first_quarter(Instant from, Fits fits) {
  constexpr auto quarter = std::chrono::seconds(15 * 60);
  constexpr int quarters = 14 * 24 * 4;
  const auto past = from.time_since_epoch() % quarter;
  Instant at = past.count() == 0 ? from : from - past + quarter;
  for (int i = 0; i < quarters; ++i, at += quarter)
    if (fits(at)) return at;
  return std::nullopt;
}

}  // namespace

Quiet quiet_at(const Circle& circle, Instant at) {
  const LocalTime here = local_time(at, circle.offset);
  if (is_on_vacation(circle, here.day)) return Quiet::vacation;
  if (is_day_off(circle, here.day)) return Quiet::day_off;
  if (is_quiet_minute(circle.own.quiet, here.minute)) return Quiet::quiet_hours;
  const bool is_busy = std::any_of(circle.busy.begin(), circle.busy.end(),
                                   [&](const Busy& busy) { return busy.from <= at && at < busy.until; });
  return is_busy ? Quiet::meeting : Quiet::not_quiet;
}

std::optional<Instant> next_free(const Circle& circle, Instant from) {
  return first_quarter(from, [&](Instant at) { return quiet_at(circle, at) == Quiet::not_quiet; });
}

std::optional<Instant> next_call(const Circle& circle, minutes offset, Instant from) {
  return first_quarter(
      from, [&](Instant at) { return may_call(offset, at) && quiet_at(circle, at) == Quiet::not_quiet; });
}

Day working_day(const Circle& circle, Day day) {
  constexpr int most = 60;
  Day found = day;
  for (int i = 0; i < most; ++i, found += std::chrono::days(1))
    if (!is_day_off(circle, found) && !is_on_vacation(circle, found)) return found;
  return day;
}

}  // namespace goodturn::suggest
