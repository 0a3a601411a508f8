// Who knows whom among the contacts: an undirected weighted graph.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace goodturn::network {

/// A tie between two people, named by their places in the caller's list.
struct Edge {
  std::size_t a = 0;
  std::size_t b = 0;
  double weight = 1;
};

struct Neighbour {
  std::size_t node = 0;
  double weight = 1;
};

/// Binary: every tie weighs 1.
enum class Weighting { binary, weighted };

/// A value; nodes are 0 … nodes() − 1. Ties named twice add their weights.
class Graph {
 public:
  /// Loops, ties of a weight that is not > 0, and ties of nodes outside the graph are left out.
  explicit Graph(std::size_t nodes, std::span<const Edge> edges = {});

  [[nodiscard]] std::size_t nodes() const noexcept { return starts_.size() - 1; }
  [[nodiscard]] std::size_t edges() const noexcept { return neighbours_.size() / 2; }
  /// Ascending by node.
  [[nodiscard]] std::span<const Neighbour> of(std::size_t node) const;
  [[nodiscard]] bool joined(std::size_t a, std::size_t b) const;

 private:
  std::vector<std::size_t> starts_;    ///< nodes + 1 offsets into neighbours_
  std::vector<Neighbour> neighbours_;  ///< every tie twice
};

/// The graph with the user added as the last node, joined to every i with weights[i] > 0.
/// weights: one per node, in any unit.
[[nodiscard]] Graph with_ego(const Graph& alters, std::span<const double> weights);

/// The number of the connected component of every node, counted from 0 in the order of their first nodes.
struct Components {
  std::vector<std::size_t> of;
  std::size_t count = 0;
};
[[nodiscard]] Components components(const Graph& graph);

}  // namespace goodturn::network
