// Which of the contacts know each other, and how much of that is known at all.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/network/graph.h"

namespace goodturn::network {

/// One sign that two people know each other, or the user's word that they do not.
struct PairSign {
  std::size_t a = 0;
  std::size_t b = 0;
  PairEvidence evidence = PairEvidence::user_said;
  Day day{};
  int people = 2;  ///< co-meeting, cc: everybody there or on the thread, the user included
};

/// Said: the user, an introduction, a RELATED line. Inferred: seen together twice. Denied: the user said no.
struct PairCounts {
  std::size_t pairs = 0;  ///< n(n−1)/2
  std::size_t said = 0;
  std::size_t inferred = 0;
  std::size_t denied = 0;
  /// "known 14 …"
  [[nodiscard]] std::size_t known() const { return said + inferred + denied; }
  /// "… unknown 361 of 375 pairs"
  [[nodiscard]] std::size_t unknown() const { return pairs - known(); }
  bool operator==(const PairCounts&) const = default;
};

struct PairKnowledge {
  Graph ties;  ///< weight 1 each
  PairCounts counts;
};

/// A tie where the user, an introduction or a card says so, or with at least two co-meetings or cc threads of
/// at most five people in the last 365 days. The user's newest word (said or denied) wins over everything
/// else; on one day "said" wins. Signs of equal people, of people >= `people`, or later than `today` do not
/// count. Source: metrics.md 2.14.
[[nodiscard]] PairKnowledge pair_knowledge(std::size_t people, std::span<const PairSign> signs, Day today);

}  // namespace goodturn::network
