// Groups in which everybody knows everybody.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "core/network/graph.h"

namespace goodturn::network {

/// When to give up. A graph of n people can hold 3^(n/3) cliques.
struct CliqueLimit {
  std::size_t cliques = 10'000;
  /// Asked after every 100,000 comparisons or so, within milliseconds; true stops the search. May be empty.
  /// The caller brings its clock (2 seconds in the program).
  std::function<bool()> out_of_time;
};

enum class CliqueEnd { complete, too_many, out_of_time };

struct Cliques {
  std::vector<std::vector<std::size_t>> members;  ///< each ascending; the list ascending
  CliqueEnd end = CliqueEnd::complete;            ///< anything but complete has to be said beside the list
};

/// All maximal cliques, single people included. Bron–Kerbosch with Tomita's pivot, outer loop in degeneracy
/// order (Eppstein, Löffler & Strash). Source: metrics.md 2.14.
[[nodiscard]] Cliques maximal_cliques(const Graph& graph, const CliqueLimit& limit = {});

}  // namespace goodturn::network
