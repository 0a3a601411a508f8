#include "core/suggest/snooze.h"

namespace goodturn::suggest {
namespace {

Day month_later(Day day) {
  using std::chrono::year_month_day;
  const year_month_day next = year_month_day(day) + std::chrono::months(1);
  return next.ok() ? Day(next) : Day(next.year() / next.month() / std::chrono::last);
}

}  // namespace

Result<Snoozed> snoozed_by(Snooze word, std::optional<Day> date, Day today) {
  Snoozed snoozed;
  switch (word) {
    case Snooze::one_week:
      snoozed.until = today + std::chrono::days(7);
      return snoozed;
    case Snooze::one_month:
      snoozed.until = month_later(today);
      return snoozed;
    case Snooze::after_date:
      if (!date || *date <= today) return fail(ErrorKind::invalid, "Choose a day after today.");
      snoozed.until = date;
      return snoozed;
    case Snooze::they_write:
      snoozed.until_they_write = today;
      return snoozed;
    case Snooze::never:
      snoozed.never = true;
  }
  return snoozed;
}

}  // namespace goodturn::suggest
