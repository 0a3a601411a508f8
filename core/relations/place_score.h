// A second keep-in-touch score: by the tie's place among all ties, sparing those who were just suggested.
#pragma once

#include <cstddef>

#include "core/relations/score.h"

namespace goodturn::relations {

/// Factor on the score for each earlier showing in the same silence.
inline constexpr double repeat_factor = 0.5;

/// Closeness of the tie at `place` by strength (the strongest is 1): 1/(1 + (place/15)^4), range [0, 1].
/// One half at place 15, the edge of the layer of close ties; hardly different among the inner ten. 0 for
/// place 0, "none".
[[nodiscard]] double closeness_of_place(std::size_t place);

/// closeness · (1 − p7) · u · √P(alive) · 0.5^showings, range [0, 1]. As F, with the place in the order of
/// strength in place of the strength, so that one very busy tie does not push the other close ones aside;
/// `showings` counts those since the last contact. Measured in docs/evaluation.md; F is what the lists use.
[[nodiscard]] double place_score(const ScoreParts& parts, std::size_t place, int showings);

}  // namespace goodturn::relations
