// Selection by slots: which offers make this week's list.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/suggest/contacts.h"
#include "core/suggest/offer.h"
#include "core/suggest/scene.h"

namespace goodturn::suggest {

inline constexpr int keep_in_touch_slots = 3;
inline constexpr int stretch_slots = 1;  ///< role gap, decision-maker, ask, revive, diversify
inline constexpr int per_unit = 2;       ///< of one organisational unit (ORG with a unit given), or clique
inline constexpr int round_robin_days = 28;  ///< waiting half of the 8 weeks puts an overdue tie in line
inline constexpr int round_robin_weeks = 8;

/// An offer with its place in the list of contacts and what orders it.
struct Candidate {
  const Offer* offer = nullptr;  ///< never empty in a list
  std::size_t who = 0;           ///< index of the contact
  double value = 0;
  bool is_overdue = false;    ///< keep-in-touch in layer 5–150 with u >= .8
  bool is_neglected = false;  ///< of a group that was shown less than half as often as it is there
  int layer = 0;
  std::optional<Day> last_day;
};

/// Best first: value, then inner layer, then roles, then last contact, then UID.
void sort_candidates(std::vector<Candidate>& candidates, const Contacts& contacts);

/// The indices into `candidates` (sorted, may be empty) of the new entries, ascending. `budget` is K;
/// what was shown since Monday and what is still open count against it and against the slots. In turn:
/// one pure give if there is none yet; one word to build on (build-now); the stretch slot for somebody of a
/// neglected group; the overdue ties that waited longest (8-week round robin: one of the keep-in-touch slots,
/// two when more than eight wait), as long as more than one place is left; then greedily by value. At most
/// three keep-in-touch, one stretch, one deepen, one build-now; at most two of one unit, and two of three
/// people who all know each other (`ties`); everybody once, also as the second person of an introduction.
[[nodiscard]] std::vector<std::size_t> select(std::span<const Candidate> candidates, const Scene& scene,
                                              int budget);

}  // namespace goodturn::suggest
