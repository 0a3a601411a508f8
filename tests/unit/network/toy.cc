#include "tests/unit/network/toy.h"

namespace goodturn::network {

const Graph& toy_contacts() {
  static const Graph graph(8, std::vector<Edge>{{A, B, 1}, {A, C, 1}, {B, C, 1}, {C, D, 1}, {E, F, 1}});
  return graph;
}

const std::vector<double>& toy_weights() {
  static const std::vector<double> weights = {4, 2, 1, 1, 3, 1, 2, 2};
  return weights;
}

Graph toy_binary() { return with_ego(toy_contacts(), std::vector<double>(8, 1.0)); }

Graph toy_weighted() { return with_ego(toy_contacts(), toy_weights()); }

}  // namespace goodturn::network
