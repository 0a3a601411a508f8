#include "core/network/structure.h"

#include <algorithm>

namespace goodturn::network {
namespace {

double weight_in(const Neighbour& tie, Weighting weighting) {
  return weighting == Weighting::weighted ? tie.weight : 1;
}

double total_weight(const Graph& graph, std::size_t node, Weighting weighting) {
  double sum = 0;
  for (const Neighbour& tie : graph.of(node)) sum += weight_in(tie, weighting);
  return sum;
}

double largest_weight(const Graph& graph, std::size_t node, Weighting weighting) {
  double largest = 0;
  for (const Neighbour& tie : graph.of(node)) largest = std::max(largest, weight_in(tie, weighting));
  return largest;
}

/// Share of the node's weight that goes to each other node; 0 for strangers.
std::vector<double> shares_of(const Graph& graph, std::size_t node, Weighting weighting) {
  std::vector<double> shares(graph.nodes(), 0.0);
  const double total = total_weight(graph, node, weighting);
  for (const Neighbour& tie : graph.of(node)) shares[tie.node] = weight_in(tie, weighting) / total;
  return shares;
}

double weighted_effective_size(const Graph& graph, std::size_t node) {
  const std::vector<double> shares = shares_of(graph, node, Weighting::weighted);
  double size = 0;
  for (const Neighbour& alter : graph.of(node)) {
    const double largest = largest_weight(graph, alter.node, Weighting::weighted);
    double redundancy = 0;
    for (const Neighbour& tie : graph.of(alter.node)) redundancy += shares[tie.node] * tie.weight / largest;
    size += 1 - redundancy;
  }
  return size;
}

/// The nodes with a weight, renumbered, and their weights.
struct Circle {
  Graph ties;
  std::vector<double> weights;
};

Circle circle_of(const Graph& alters, std::span<const double> weights) {
  const std::size_t none = alters.nodes();
  std::vector<std::size_t> place(alters.nodes(), none);
  std::vector<double> kept;
  for (std::size_t node = 0; node < alters.nodes(); ++node) {
    if (!(weights[node] > 0)) continue;
    place[node] = kept.size();
    kept.push_back(weights[node]);
  }
  std::vector<Edge> edges;
  for (std::size_t node = 0; node < alters.nodes(); ++node)
    for (const Neighbour& tie : alters.of(node))
      if (tie.node > node && place[node] != none && place[tie.node] != none)
        edges.push_back({place[node], place[tie.node], tie.weight});
  return {Graph(kept.size(), edges), std::move(kept)};
}

}  // namespace

std::size_t ties_around(const Graph& graph, std::size_t node) {
  std::vector<bool> near(graph.nodes(), false);
  for (const Neighbour& tie : graph.of(node)) near[tie.node] = true;
  std::size_t ends = 0;
  for (const Neighbour& alter : graph.of(node))
    for (const Neighbour& tie : graph.of(alter.node)) ends += near[tie.node] ? 1 : 0;
  return ends / 2;
}

std::optional<double> effective_size(const Graph& graph, std::size_t node, Weighting weighting) {
  const auto count = static_cast<double>(graph.of(node).size());
  if (count == 0) return std::nullopt;
  if (weighting == Weighting::weighted) return weighted_effective_size(graph, node);
  return count - 2 * static_cast<double>(ties_around(graph, node)) / count;
}

std::optional<double> efficiency(const Graph& graph, std::size_t node, Weighting weighting) {
  const std::optional<double> size = effective_size(graph, node, weighting);
  if (!size) return std::nullopt;
  return *size / static_cast<double>(graph.of(node).size());
}

std::vector<double> constraint_parts(const Graph& graph, std::size_t node, Weighting weighting) {
  const std::vector<double> shares = shares_of(graph, node, weighting);
  std::vector<double> reached(graph.nodes(), 0.0);  // p_ij + Σ_q p_iq p_qj
  for (const Neighbour& alter : graph.of(node)) {
    reached[alter.node] += shares[alter.node];
    const double total = total_weight(graph, alter.node, weighting);
    for (const Neighbour& tie : graph.of(alter.node))
      reached[tie.node] += shares[alter.node] * weight_in(tie, weighting) / total;
  }
  std::vector<double> parts;
  for (const Neighbour& alter : graph.of(node)) parts.push_back(reached[alter.node] * reached[alter.node]);
  return parts;
}

std::optional<double> constraint(const Graph& graph, std::size_t node, Weighting weighting) {
  if (graph.of(node).empty()) return std::nullopt;
  double sum = 0;
  for (const double part : constraint_parts(graph, node, weighting)) sum += part;
  return sum;
}

std::optional<double> local_clustering(const Graph& graph, std::size_t node) {
  const auto count = static_cast<double>(graph.of(node).size());
  if (count < 2) return std::nullopt;
  return 2 * static_cast<double>(ties_around(graph, node)) / (count * (count - 1));
}

EgoStructure ego_structure(const Graph& alters, std::span<const double> weights, Weighting weighting) {
  const Circle circle = circle_of(alters, weights);
  const Graph graph = with_ego(circle.ties, circle.weights);
  const std::size_t ego = circle.ties.nodes();
  return {circle.ties.nodes(),
          circle.ties.edges(),
          effective_size(graph, ego, weighting),
          efficiency(graph, ego, weighting),
          constraint(graph, ego, weighting),
          local_clustering(graph, ego),
          components(circle.ties).count};
}

}  // namespace goodturn::network
