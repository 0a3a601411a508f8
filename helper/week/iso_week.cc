#include "helper/week/iso_week.h"

#include <cstdio>

namespace goodturn::helper {

using namespace std::chrono;

Day monday_of(Day day) { return day - (weekday(day) - Monday); }

std::string iso_week(Day day) {
  const Day thursday = monday_of(day) + days(3);
  const year_month_day date(thursday);
  const int number = days_between(sys_days(date.year() / 1 / 1), thursday) / 7 + 1;
  char text[24];
  std::snprintf(text, sizeof text, "%04d-W%02d", static_cast<int>(date.year()), number);
  return text;
}

}  // namespace goodturn::helper
