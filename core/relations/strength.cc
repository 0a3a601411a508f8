#include "core/relations/strength.h"

#include <cmath>

namespace goodturn::relations {

double half_life_of(TieKind tie, double half_life) {
  constexpr double slower = 2;
  return tie == TieKind::family ? slower * half_life : half_life;
}

double age_in_days(Instant at, Instant now) {
  constexpr double day = 86400;
  const double age = static_cast<double>((now - at).count()) / day;
  return age < 0 && age >= -1 ? 0 : age;
}

double half_life_sum(std::span<const Touch> touches, Instant now, double half_life) {
  double sum = 0;
  for (const Touch& touch : touches) {
    const double age = age_in_days(touch.at, now);
    if (age >= 0) sum += touch.weight * std::exp2(-age / half_life);
  }
  return sum;
}

double carried(double sum, double days, double half_life) { return sum * std::exp2(-days / half_life); }

double normalised(double sum, double strongest) { return strongest > 0 ? sum / strongest : 0; }

}  // namespace goodturn::relations
