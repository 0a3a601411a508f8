// What is known about an ego's ties at the end of a day: all that a scorer may look at.
#pragma once

#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/relations/gap_pool.h"
#include "core/relations/layer.h"
#include "core/relations/touch.h"
#include "core/suggest/contacts.h"
#include "core/suggest/digest.h"
#include "core/suggest/standing.h"
#include "tests/bench/ranking/ego.h"

namespace goodturn::bench {

/// Who may be ranked: a rhythm of at least three contact days, the last at most a year ago.
inline constexpr int least_contact_days = 3;
inline constexpr int longest_silence = 365;
/// With fewer candidates there is little to choose and no origin or week is counted.
inline constexpr std::size_t least_candidates = 10;
/// What counts as the near future: the seven days after today.
inline constexpr int window_days = 7;

/// Everything is worked out by the product's own functions (core/suggest: digest_of, survey) from touches
/// up to and with `now.today`. Parallel vectors, one entry for each tie of the ego; ties that were not yet
/// met have no touches. Spans point into the ego.
struct Moment {
  Now now;
  std::vector<std::span<const relations::Touch>> touches;
  suggest::Contacts contacts;  ///< nobody has roles, tags or manual settings
  std::vector<suggest::Digest> digests;
  std::vector<suggest::Standing> standings;
  relations::GapPool pool;              ///< gaps of all ties
  relations::LayerBounds bounds;        ///< of today's strengths
  std::vector<std::size_t> candidates;  ///< indices of ties, ascending
  /// One for each tie: place among the candidates by strength (half-life 180 d), the strongest 1, equal ones
  /// sharing the better place; 0 for ties that are no candidates.
  std::vector<std::size_t> places;
};

/// The ego's ties as seen at the end of `today`.
[[nodiscard]] Moment look(const Ego& ego, Day today);

/// Whether the ego reaches out to the tie in the `window_days` after `today`. This looks ahead: it is for
/// labels only.
[[nodiscard]] bool reaches_out(const Tie& tie, Day today);

}  // namespace goodturn::bench
