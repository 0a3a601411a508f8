// metrics.md 2.14: holes and clustering.
#include "core/network/structure.h"

#include <catch2/catch.hpp>
#include <numeric>

#include "tests/unit/network/toy.h"

using namespace goodturn::network;

namespace {

Graph star(std::size_t leaves) {
  std::vector<Edge> edges;
  for (std::size_t leaf = 1; leaf <= leaves; ++leaf) edges.push_back({0, leaf, 1});
  return Graph(leaves + 1, edges);
}

Graph full(std::size_t nodes) {
  std::vector<Edge> edges;
  for (std::size_t a = 0; a < nodes; ++a)
    for (std::size_t b = a + 1; b < nodes; ++b) edges.push_back({a, b, 1});
  return Graph(nodes, edges);
}

constexpr Weighting binary = Weighting::binary, weighted = Weighting::weighted;

}  // namespace

TEST_CASE("The toy network: effective size, efficiency, clustering, pockets") {
  const Graph toy = toy_binary();
  CHECK(*effective_size(toy, U, binary) == Approx(6.75).margin(1e-6));
  CHECK(*efficiency(toy, U, binary) == Approx(0.84375).margin(1e-6));
  CHECK(*local_clustering(toy, U) == Approx(0.178571).margin(1e-6));
  CHECK(ties_around(toy, U) == 5);
  CHECK(components(toy_contacts()).count == 4);
  CHECK(*effective_size(toy_weighted(), U, weighted) == Approx(7.088542).margin(1e-6));
}

TEST_CASE("The toy network: constraint, whole and by person") {
  CHECK(*constraint(toy_binary(), U, binary) == Approx(0.277669).margin(1e-6));
  CHECK(*constraint(toy_weighted(), U, weighted) == Approx(0.246311).margin(1e-6));
  CHECK(*constraint(toy_weighted(), U, binary) == Approx(0.277669).margin(1e-6));
  const std::vector<double> parts = constraint_parts(toy_binary(), U, binary);
  const std::vector<double> expected = {0.039171, 0.039171, 0.073351, 0.024414,
                                        0.035156, 0.035156, 0.015625, 0.015625};
  REQUIRE(parts.size() == expected.size());
  for (std::size_t i = 0; i < parts.size(); ++i) CHECK(parts[i] == Approx(expected[i]).margin(1e-6));
}

TEST_CASE("Reference networks") {
  CHECK(*constraint(star(5), 0, binary) == Approx(0.2).margin(1e-6));
  CHECK(*effective_size(star(5), 0, binary) == Approx(5).margin(1e-6));
  CHECK(*local_clustering(star(5), 0) == Approx(0).margin(1e-6));
  CHECK(*constraint(full(6), 0, binary) == Approx(0.648).margin(1e-6));
  CHECK(*effective_size(full(6), 0, binary) == Approx(1).margin(1e-6));
  CHECK(*local_clustering(full(6), 0) == Approx(1).margin(1e-6));
  CHECK(*constraint(star(1), 0, binary) == Approx(1).margin(1e-6));
  CHECK(*effective_size(star(1), 0, binary) == Approx(1).margin(1e-6));
  CHECK_FALSE(local_clustering(star(1), 0));
}

TEST_CASE("Without contacts nothing is defined") {
  for (const Weighting weighting : {binary, weighted}) {
    CHECK_FALSE(constraint(Graph(1), 0, weighting));
    CHECK_FALSE(effective_size(Graph(1), 0, weighting));
    CHECK_FALSE(efficiency(Graph(1), 0, weighting));
  }
  CHECK_FALSE(local_clustering(Graph(1), 0));
  const EgoStructure nobody = ego_structure(Graph(0), {}, binary);
  CHECK(nobody.alters == 0);
  CHECK(nobody.pockets == 0);
  CHECK_FALSE(nobody.constraint);
}

TEST_CASE("Everything about the user's place at once") {
  const EgoStructure place = ego_structure(toy_contacts(), toy_weights(), weighted);
  CHECK(place.alters == 8);
  CHECK(place.ties == 5);
  CHECK(place.pockets == 4);
  CHECK(*place.constraint == Approx(0.246311).margin(1e-6));
  CHECK(*place.effective_size == Approx(7.088542).margin(1e-6));
  CHECK(*place.efficiency == Approx(7.088542 / 8).margin(1e-6));
  CHECK(*place.clustering == Approx(0.178571).margin(1e-6));
}

TEST_CASE("People whom the user does not know are no contacts, and no bridges either") {
  std::vector<double> weights(8, 1.0);
  weights[C] = 0;
  const EgoStructure place = ego_structure(toy_contacts(), weights, binary);
  CHECK(place.alters == 7);
  CHECK(place.ties == 2);     // A–B, E–F
  CHECK(place.pockets == 5);  // D stands alone now
}

TEST_CASE("A graph leaves out what is no tie and adds what is named twice") {
  const Graph graph(
      4, std::vector<Edge>{{0, 1, 2}, {1, 0, 3}, {2, 2, 1}, {0, 2, 0}, {0, 3, -1}, {0, 9, 1}, {0, 4, 1}});
  CHECK(graph.nodes() == 4);
  CHECK(graph.edges() == 1);
  CHECK(graph.joined(0, 1));
  CHECK(graph.joined(1, 0));
  CHECK_FALSE(graph.joined(0, 2));
  CHECK(graph.of(0)[0].weight == 5);
  CHECK(components(graph).count == 3);
  CHECK(Graph(0).nodes() == 0);
}
