#include "core/suggest/week_days.h"

namespace goodturn::suggest {

using std::chrono::days;
using std::chrono::weekday;

Day monday_of(Day day) { return day - days(weekday(day).iso_encoding() - 1); }

Day next_working_day(Day day) {
  do day += days(1);
  while (weekday(day).iso_encoding() > 5);
  return day;
}

Day friday_after(Day day) {
  day += days(2);
  return day + (std::chrono::Friday - weekday(day));
}

}  // namespace goodturn::suggest
