// The keep-in-touch score.
#pragma once

namespace goodturn::relations {

/// The four parts of F, each in [0, 1].
struct ScoreParts {
  double strength = 0;  ///< s, normalised
  double chance = 0;    ///< p7, contact within 7 days without help
  double silence = 0;   ///< u
  double alive = 0;     ///< P(alive)
};

/// F = √s · (1 − p7) · u · √P(alive), range [0, 1]: matters × will not happen by itself × unusual silence
/// × still reachable. Source: ranking.md 3.1.
[[nodiscard]] double keep_in_touch_score(const ScoreParts& parts);

}  // namespace goodturn::relations
