// Which two people ought to know each other.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/said.h"
#include "core/base/time.h"
#include "core/network/graph.h"
#include "core/network/words_match.h"
#include "core/relations/alive.h"

namespace goodturn::network {

/// What an introduction needs to know of one person. Their place in the list is their node in the graph.
struct Acquaintance {
  std::string name;
  std::vector<std::string> needs, offers, interests;
  double strength = 0;  ///< s, normalised, [0, 1]
  relations::Liveliness liveliness = relations::Liveliness::alive;
  int layer = 0;  ///< 5, 15, 50, 150; 0 is out
  bool do_not_suggest = false;
  std::optional<Day> last_introduction;  ///< part in another introduction, whatever its outcome
};

/// score = .45·match + .20·J + .15·novelty + .20·√(s_a·s_b), every part and the score in [0, 1].
struct IntroductionScore {
  double match = 0;      ///< 1 need and offer meet both ways, .7 one way, 0 not
  double interests = 0;  ///< J: Jaccard of interests
  double novelty = 0;    ///< by common contacts: 0 → .8, 1–3 → 1, 4–6 → .4, 7 or more → .1
  double strength = 0;   ///< √(s_a·s_b)
  double value = 0;
};
/// `common`: contacts that both have, without the user. Source: metrics.md 2.13.
[[nodiscard]] IntroductionScore introduction_score(const Acquaintance& a, const Acquaintance& b,
                                                   std::size_t common);

struct IntroductionIdea {
  std::size_t a = 0;  ///< a < b
  std::size_t b = 0;
  IntroductionScore score;
  std::size_t common = 0;
  std::optional<Match> a_needs, b_needs;  ///< what the other one offers
  std::vector<std::string> shared;        ///< interests of both
  /// One or two sentences: "Ada needs “Rust”, Bob offers “Rust”."; with interests alone "Ada and
  /// Bob share “sailing”."
  std::vector<Said> reason;
};

inline constexpr int introduction_rest_days = 30;

/// Pairs without a known tie, both alive or fading, both in layers 5–50, neither marked "never", neither
/// in another introduction for 30 days, with match > 0 or J >= .25. Best first, equal ones by place.
/// `ties`: one node per person. Looks at every pair of people in layers 5–50 (about 1,200 pairs).
/// Source: metrics.md 2.13.
[[nodiscard]] std::vector<IntroductionIdea> introduction_ideas(std::span<const Acquaintance> people,
                                                               const Graph& ties, Day today);

}  // namespace goodturn::network
