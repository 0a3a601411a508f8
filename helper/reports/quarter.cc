#include "helper/reports/quarter.h"

#include <algorithm>

namespace goodturn::helper {

using std::chrono::month;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

Quarter quarter_of(Day day) {
  constexpr unsigned length = 3;
  const year_month_day date(day);
  const unsigned index = (static_cast<unsigned>(date.month()) - 1) / length;
  const year_month first = date.year() / month(length * index + 1);
  return {std::to_string(static_cast<int>(date.year())) + "-Q" + std::to_string(index + 1),
          Day(first / std::chrono::day(1)), Day((first + months(length - 1)) / std::chrono::last)};
}

std::vector<Quarter> last_quarters(Day today, int count) {
  std::vector<Quarter> quarters;
  Day day = today;
  for (int i = 0; i < count; ++i) {
    quarters.push_back(quarter_of(day));
    day = quarters.back().first - std::chrono::days(1);
  }
  std::reverse(quarters.begin(), quarters.end());
  return quarters;
}

std::vector<Day> month_ends(Day today, int count) {
  std::vector<Day> ends;
  // The day after a month's end is a first: a month that ends today counts already.
  const year_month_day tomorrow(today + std::chrono::days(1));
  year_month open = tomorrow.year() / tomorrow.month();
  for (int i = 0; i < count; ++i, open -= months(1))
    ends.push_back(Day(open / std::chrono::day(1)) - std::chrono::days(1));
  std::reverse(ends.begin(), ends.end());
  return ends;
}

}  // namespace goodturn::helper
