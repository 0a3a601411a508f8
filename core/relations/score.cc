#include "core/relations/score.h"

#include <cmath>

namespace goodturn::relations {

double keep_in_touch_score(const ScoreParts& parts) {
  return std::sqrt(parts.strength) * (1 - parts.chance) * parts.silence * std::sqrt(parts.alive);
}

}  // namespace goodturn::relations
