#include "core/relations/place_score.h"

#include <cmath>

namespace goodturn::relations {

double closeness_of_place(std::size_t place) {
  constexpr double close_ties = 15;
  if (place == 0) return 0;
  return 1 / (1 + std::pow(static_cast<double>(place) / close_ties, 4));
}

double place_score(const ScoreParts& parts, std::size_t place, int showings) {
  return closeness_of_place(place) * (1 - parts.chance) * parts.silence * std::sqrt(parts.alive) *
         std::pow(repeat_factor, showings);
}

}  // namespace goodturn::relations
