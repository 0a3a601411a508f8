// Attempts to beat F, each changing one thing or adding one to the one before.
#pragma once

#include <vector>

#include "tests/bench/ranking/learned.h"
#include "tests/bench/ranking/scorer.h"

namespace goodturn::bench {

/// All put F's restraint to use (alive or fading, not touched today). In order:
/// "F, spread": half the score once the tie was shown in this silence.
/// "place": relations::place_score, the place by strength instead of the strength.
/// "place, spread": both; relations::place_score with showings.
/// "learned": F with `model`'s chance for p7.
/// "learned, place, spread": all three.
/// "rhythm": F with u and p7 from a mixture of two geometric rhythms.
/// "own gaps": F with the pool counting as one gap instead of four.
[[nodiscard]] std::vector<Scorer> ideas(const ContactModel& model);

}  // namespace goodturn::bench
