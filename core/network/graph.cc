#include "core/network/graph.h"

#include <algorithm>

namespace goodturn::network {
namespace {

struct Arc {
  std::size_t from = 0;
  std::size_t to = 0;
  double weight = 0;
};

std::vector<Arc> arcs_of(std::size_t nodes, std::span<const Edge> edges) {
  std::vector<Arc> arcs;
  arcs.reserve(2 * edges.size());
  for (const Edge& edge : edges) {
    if (edge.a == edge.b || edge.a >= nodes || edge.b >= nodes || !(edge.weight > 0)) continue;
    arcs.push_back({edge.a, edge.b, edge.weight});
    arcs.push_back({edge.b, edge.a, edge.weight});
  }
  std::stable_sort(arcs.begin(), arcs.end(), [](const Arc& left, const Arc& right) {
    return left.from != right.from ? left.from < right.from : left.to < right.to;
  });
  return arcs;
}

}  // namespace

Graph::Graph(std::size_t nodes, std::span<const Edge> edges) : starts_(nodes + 1, 0) {
  const std::vector<Arc> arcs = arcs_of(nodes, edges);
  neighbours_.reserve(arcs.size());
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    const bool again = i > 0 && arcs[i].from == arcs[i - 1].from && arcs[i].to == arcs[i - 1].to;
    if (again)
      neighbours_.back().weight += arcs[i].weight;
    else
      neighbours_.push_back({arcs[i].to, arcs[i].weight});
    starts_[arcs[i].from + 1] = neighbours_.size();
  }
  for (std::size_t node = 1; node <= nodes; ++node)
    starts_[node] = std::max(starts_[node], starts_[node - 1]);
}

std::span<const Neighbour> Graph::of(std::size_t node) const {
  return std::span(neighbours_).subspan(starts_[node], starts_[node + 1] - starts_[node]);
}

bool Graph::joined(std::size_t a, std::size_t b) const {
  const std::span<const Neighbour> all = of(a);
  const auto found = std::lower_bound(
      all.begin(), all.end(), b, [](const Neighbour& left, std::size_t node) { return left.node < node; });
  return found != all.end() && found->node == b;
}

Graph with_ego(const Graph& alters, std::span<const double> weights) {
  const std::size_t ego = alters.nodes();
  std::vector<Edge> edges;
  edges.reserve(alters.edges() + ego);
  for (std::size_t node = 0; node < ego; ++node) {
    for (const Neighbour& other : alters.of(node))
      if (other.node > node) edges.push_back({node, other.node, other.weight});
    edges.push_back({node, ego, weights[node]});
  }
  return Graph(ego + 1, edges);
}

Components components(const Graph& graph) {
  const std::size_t none = graph.nodes();
  Components result{std::vector<std::size_t>(graph.nodes(), none), 0};
  std::vector<std::size_t> waiting;
  for (std::size_t first = 0; first < graph.nodes(); ++first) {
    if (result.of[first] != none) continue;
    result.of[first] = result.count;
    waiting.push_back(first);
    while (!waiting.empty()) {
      const std::size_t node = waiting.back();
      waiting.pop_back();
      for (const Neighbour& other : graph.of(node)) {
        if (result.of[other.node] != none) continue;
        result.of[other.node] = result.count;
        waiting.push_back(other.node);
      }
    }
    ++result.count;
  }
  return result;
}

}  // namespace goodturn::network
