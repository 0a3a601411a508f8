// How likely two people know each other already, by the contacts they share.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "core/network/graph.h"

namespace goodturn::network {

struct CommonContacts {
  std::size_t count = 0;   ///< CN
  double adamic_adar = 0;  ///< Σ 1/ln degree, range [0, ∞); high: ask the user whether they know each other
  double resource_allocation = 0;  ///< Σ 1/degree
  double jaccard = 0;              ///< shared / all contacts of both, range [0, 1]; 0 when both have none
};

/// Scores of a pair in the graph without the user. Source: metrics.md 2.13.
[[nodiscard]] CommonContacts common_contacts(const Graph& graph, std::size_t a, std::size_t b);

/// Share of somebody's known contacts that the user talks with anyway, range [0, 1]; nullopt when no contact
/// of theirs is known. Orders dormant ties (relations/dormant.h). Source: metrics.md 2.7.
[[nodiscard]] std::optional<double> clique_overlap(const Graph& graph, std::size_t person,
                                                   const std::function<bool(std::size_t)>& is_current);

}  // namespace goodturn::network
