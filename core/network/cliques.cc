#include "core/network/cliques.h"

#include <algorithm>

namespace goodturn::network {
namespace {

using Nodes = std::vector<std::size_t>;

/// Nodes so ordered that each has few neighbours among those after it: repeatedly the one of least degree.
Nodes degeneracy_order(const Graph& graph) {
  const std::size_t count = graph.nodes();
  std::vector<std::size_t> degree(count);
  std::vector<Nodes> by_degree(count == 0 ? 1 : count);
  for (std::size_t node = 0; node < count; ++node) {
    degree[node] = graph.of(node).size();
    by_degree[degree[node]].push_back(node);
  }
  std::vector<bool> taken(count, false);
  Nodes order;
  for (std::size_t least = 0; order.size() < count;) {
    if (by_degree[least].empty()) {
      ++least;
      continue;
    }
    const std::size_t node = by_degree[least].back();
    by_degree[least].pop_back();
    if (taken[node] || degree[node] != least) continue;  // an older entry of a node that moved down
    taken[node] = true;
    order.push_back(node);
    for (const Neighbour& other : graph.of(node)) {
      if (taken[other.node]) continue;
      by_degree[--degree[other.node]].push_back(other.node);
      least = std::min(least, degree[other.node]);
    }
  }
  return order;
}

class Search {
 public:
  Search(const Graph& graph, const CliqueLimit& limit) : graph_(graph), limit_(limit) {}

  Cliques run() {
    const Nodes order = degeneracy_order(graph_);
    Nodes rank(graph_.nodes());
    for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
    for (const std::size_t node : order) {
      Nodes candidates, seen;
      for (const Neighbour& other : graph_.of(node))
        (rank[other.node] > rank[node] ? candidates : seen).push_back(other.node);
      clique_ = {node};
      extend(std::move(candidates), std::move(seen));
      if (found_.end != CliqueEnd::complete) break;
    }
    std::sort(found_.members.begin(), found_.members.end());
    return std::move(found_);
  }

 private:
  /// The members of `nodes` (ascending) that know `node`.
  [[nodiscard]] Nodes known_to(std::size_t node, const Nodes& nodes) {
    Nodes known;
    const auto all = graph_.of(node);
    work_ += all.size() + nodes.size();
    auto next = all.begin();
    for (const std::size_t candidate : nodes) {
      while (next != all.end() && next->node < candidate) ++next;
      if (next != all.end() && next->node == candidate) known.push_back(candidate);
    }
    return known;
  }

  /// Tomita's pivot: of candidates and seen, the one who knows most candidates.
  [[nodiscard]] std::size_t pivot_of(const Nodes& candidates, const Nodes& seen) {
    std::size_t pivot = candidates.front(), most = 0;
    for (const Nodes* nodes : {&candidates, &seen})
      for (const std::size_t node : *nodes) {
        const std::size_t known = known_to(node, candidates).size();
        if (known > most) {
          most = known;
          pivot = node;
        }
      }
    return pivot;
  }

  bool must_stop() {
    constexpr std::size_t work_between_looks = 100'000;
    if (found_.end == CliqueEnd::complete && work_ >= work_between_looks && limit_.out_of_time) {
      work_ = 0;
      if (limit_.out_of_time()) found_.end = CliqueEnd::out_of_time;
    }
    return found_.end != CliqueEnd::complete;
  }

  void report() {
    if (found_.members.size() >= limit_.cliques) {
      found_.end = CliqueEnd::too_many;
      return;
    }
    found_.members.push_back(clique_);
    std::sort(found_.members.back().begin(), found_.members.back().end());
  }

  void extend(Nodes candidates, Nodes seen) {
    if (must_stop()) return;
    if (candidates.empty()) {
      if (seen.empty()) report();
      return;
    }
    const std::size_t pivot = pivot_of(candidates, seen);
    Nodes branches;
    for (const std::size_t node : candidates)
      if (!graph_.joined(pivot, node)) branches.push_back(node);
    for (const std::size_t node : branches) {
      clique_.push_back(node);
      extend(known_to(node, candidates), known_to(node, seen));
      clique_.pop_back();
      if (found_.end != CliqueEnd::complete) return;
      candidates.erase(std::lower_bound(candidates.begin(), candidates.end(), node));
      seen.insert(std::lower_bound(seen.begin(), seen.end(), node), node);
    }
  }

  const Graph& graph_;
  const CliqueLimit& limit_;
  Nodes clique_;
  Cliques found_;
  std::size_t work_ = 0;  ///< comparisons since the last look at the clock
};

}  // namespace

Cliques maximal_cliques(const Graph& graph, const CliqueLimit& limit) { return Search(graph, limit).run(); }

}  // namespace goodturn::network
