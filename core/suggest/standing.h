// Where one person stands today: every number that rules, pages and why-texts share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/said.h"
#include "core/base/time.h"
#include "core/relations/alive.h"
#include "core/relations/cadence.h"
#include "core/relations/score.h"

namespace goodturn::suggest {

/// The word shown beside a person (openapi.json: PersonRow.state).
enum class State { fresh, planned, alive, fading, quiet };
/// "new", "planned", "alive", "fading", "quiet".
[[nodiscard]] std::string_view to_string(State state);

struct Standing {
  State state = State::fresh;   ///< planned: a meeting within the cadence
  int layer = 0;                ///< manual layer, else the settled one; 0 is out
  double cadence = 0;           ///< ĉ in days; manual cadence wins
  std::optional<Day> last_day;  ///< last contact day
  int contact_days = 0;
  int depth = 0;       ///< deepest touch of the last 365 days, 1–3, also by the user's word; 0 without any
  int days_since = 0;  ///< calendar days since last_day
  int elapsed = 0;     ///< e: the same without the user's own quiet time
  std::vector<int> gaps;  ///< the newest, at most 20, oldest first
  std::optional<relations::UsualRange> usual;
  double freshness = 0;  ///< e / mean gap; 0 when there are no gaps
  relations::ScoreParts parts;
  double score = 0;  ///< F
};

/// "usually every 14 days (9–21)"; nothing without enough history.
[[nodiscard]] std::optional<Said> usual_words(const Standing& standing);

}  // namespace goodturn::suggest
