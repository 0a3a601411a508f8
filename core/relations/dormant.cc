#include "core/relations/dormant.h"

#include <algorithm>
#include <tuple>

namespace goodturn::relations {

bool is_dormant(Day last, Day today) {
  using std::chrono::year_month_day;
  year_month_day back = year_month_day(last) + std::chrono::years(dormant_years);
  if (!back.ok()) back = back.year() / back.month() / std::chrono::last;
  return std::chrono::sys_days(back) <= today;
}

std::vector<DormantTie> revival_order(std::vector<DormantTie> ties) {
  const auto key = [](const DormantTie& tie) {
    return std::tuple(!tie.trusted, -tie.seniority.value_or(-1), tie.overlap);
  };
  std::sort(ties.begin(), ties.end(), [&](const DormantTie& left, const DormantTie& right) {
    return std::tuple_cat(key(left), std::tie(left.person)) <
           std::tuple_cat(key(right), std::tie(right.person));
  });
  return ties;
}

}  // namespace goodturn::relations
