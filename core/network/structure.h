// Structural holes and clustering around one person (Burt; Borgatti). All of these are lower bounds on an
// address book, because the user sees few of the ties among contacts: print them with PairCounts.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/network/graph.h"

namespace goodturn::network {

/// Ties among the neighbours of `node`.
[[nodiscard]] std::size_t ties_around(const Graph& graph, std::size_t node);

/// Binary: n − 2t/n for n neighbours with t ties among them (Borgatti). Weighted: Σ_j (1 − Σ_q p_iq m_jq), p
/// the share of i's weight, m_jq the weight of j–q over j's largest weight. Range [0, n]; nullopt for a node
/// without ties. Source: metrics.md 2.14, networkx 2.8.8 `effective_size`.
[[nodiscard]] std::optional<double> effective_size(const Graph& graph, std::size_t node, Weighting weighting);

/// Effective size / n, range [0, 1]; nullopt for a node without ties.
[[nodiscard]] std::optional<double> efficiency(const Graph& graph, std::size_t node, Weighting weighting);

/// (p_ij + Σ_q p_iq p_qj)² for each neighbour j in the order of graph.of(node): how much of i's time leads
/// back to j. p_ij is the weight of i–j over all of i's weight. Source: Burt 1992, metrics.md 2.14.
[[nodiscard]] std::vector<double> constraint_parts(const Graph& graph, std::size_t node, Weighting weighting);

/// Their sum, > 0; nullopt for a node without ties. Can exceed 1 in small dense networks.
[[nodiscard]] std::optional<double> constraint(const Graph& graph, std::size_t node, Weighting weighting);

/// 2t/(n(n−1)), range [0, 1]; nullopt for fewer than two neighbours.
[[nodiscard]] std::optional<double> local_clustering(const Graph& graph, std::size_t node);

/// Everything about the user's place among `alters`; the contacts are those with weights[i] > 0.
struct EgoStructure {
  std::size_t alters = 0;
  std::size_t ties = 0;
  std::optional<double> effective_size;
  std::optional<double> efficiency;
  std::optional<double> constraint;
  std::optional<double> clustering;
  std::size_t pockets = 0;  ///< groups of contacts that are not joined without the user
};

/// `weights`: the user's tie strength to each node of `alters`; 0 is no contact, left out of everything.
[[nodiscard]] EgoStructure ego_structure(const Graph& alters, std::span<const double> weights,
                                         Weighting weighting);

}  // namespace goodturn::network
