// The toy ego network of metrics.md 2.14: U–{A…H}; A–B, A–C, B–C, C–D, E–F.
#pragma once

#include <vector>

#include "core/network/graph.h"

namespace goodturn::network {

enum ToyPerson : std::size_t { A, B, C, D, E, F, G, H, U };

/// The contacts without the user.
[[nodiscard]] const Graph& toy_contacts();
/// With the user as node U, all ties 1, or the user's ties A 4, B 2, C 1, D 1, E 3, F 1, G 2, H 2.
[[nodiscard]] Graph toy_binary();
[[nodiscard]] Graph toy_weighted();
[[nodiscard]] const std::vector<double>& toy_weights();

}  // namespace goodturn::network
