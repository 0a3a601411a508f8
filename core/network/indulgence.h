// Does one clique take most of the user's time?
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "core/network/cliques.h"

namespace goodturn::network {

/// balanced: below .4; hint: .4–.6; echo: above .6 ("hedgehog").
enum class EchoWord { balanced, hint, echo };

/// What the last 90 days with one person came to.
struct RecentTime {
  double weight = 0;   ///< sum of touch weights
  int touches = 0;     ///< of weight > 0
  bool inner = false;  ///< in layer 5
};

struct Indulgence {
  double share = 0;                   ///< of all touch weight, range [0, 1]; 0 without such a clique
  std::optional<std::size_t> clique;  ///< index into the cliques; nullopt: no clique of four outside layer 5
  int touches = 0;                    ///< the evidence
  EchoWord word = EchoWord::balanced;
};

/// Share of the 90-day touch weight that goes to the members of that maximal clique of at least four, not
/// wholly inside layer 5, which gets most. `times`: one per node of the graph the cliques come from.
/// nullopt for fewer than 20 touches: no statement. Source: metrics.md 2.14, features.md rows 62, 63.
[[nodiscard]] std::optional<Indulgence> clique_indulgence(const Cliques& cliques,
                                                          std::span<const RecentTime> times);

}  // namespace goodturn::network
