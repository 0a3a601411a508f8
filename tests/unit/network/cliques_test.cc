// metrics.md 2.14: maximal cliques and how much time one of them gets.
#include "core/network/cliques.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "core/network/indulgence.h"
#include "tests/unit/network/toy.h"
#include "tests/unit/relations/seed.h"

using namespace goodturn;
using namespace goodturn::network;

namespace {

using Members = std::vector<std::vector<std::size_t>>;

/// Everybody knows everybody but one partner: 2^(n/2) cliques.
Graph party(std::size_t couples) {
  std::vector<Edge> edges;
  for (std::size_t a = 0; a < 2 * couples; ++a)
    for (std::size_t b = a + 1; b < 2 * couples; ++b)
      if (a / 2 != b / 2) edges.push_back({a, b, 1});
  return Graph(2 * couples, edges);
}

Graph random_graph(std::mt19937_64& random, std::size_t nodes, double chance) {
  std::bernoulli_distribution tie(chance);
  std::vector<Edge> edges;
  for (std::size_t a = 0; a < nodes; ++a)
    for (std::size_t b = a + 1; b < nodes; ++b)
      if (tie(random)) edges.push_back({a, b, 1});
  return Graph(nodes, edges);
}

/// By looking at every set of nodes.
Members by_hand(const Graph& graph) {
  const auto is_clique = [&](unsigned set) {
    for (std::size_t a = 0; a < graph.nodes(); ++a)
      for (std::size_t b = a + 1; b < graph.nodes(); ++b)
        if ((set >> a & 1) != 0 && (set >> b & 1) != 0 && !graph.joined(a, b)) return false;
    return true;
  };
  Members members;
  for (unsigned set = 1; set < 1U << graph.nodes(); ++set) {
    if (!is_clique(set)) continue;
    bool grows = false;
    std::vector<std::size_t> clique;
    for (std::size_t a = 0; a < graph.nodes(); ++a) {
      if ((set >> a & 1) != 0)
        clique.push_back(a);
      else
        grows = grows || is_clique(set | 1U << a);
    }
    if (!grows) members.push_back(clique);
  }
  std::sort(members.begin(), members.end());
  return members;
}

/// n people with `weight` each and 5 touches each.
std::vector<RecentTime> times(std::initializer_list<double> weights) {
  std::vector<RecentTime> all;
  for (const double weight : weights) all.push_back({weight, 5, false});
  return all;
}

Cliques of(Members members) { return {std::move(members), CliqueEnd::complete}; }

}  // namespace

TEST_CASE("The cliques of the toy network") {
  const Cliques cliques = maximal_cliques(toy_contacts());
  CHECK(cliques.members == Members{{A, B, C}, {C, D}, {E, F}, {G}, {H}});
  CHECK(cliques.end == CliqueEnd::complete);
  CHECK(maximal_cliques(Graph(0)).members.empty());
}

TEST_CASE("Every maximal clique is found, and nothing else") {
  auto random = seeded();
  std::uniform_int_distribution<std::size_t> nodes(1, 11);
  std::uniform_real_distribution<double> chance(0, 1);
  for (int round = 0; round < 150; ++round) {
    const Graph graph = random_graph(random, nodes(random), chance(random));
    REQUIRE(maximal_cliques(graph).members == by_hand(graph));
  }
}

TEST_CASE("The search gives up after 10,000 cliques and says so") {
  const Cliques all = maximal_cliques(party(13));
  CHECK(all.members.size() == 8192);
  CHECK(all.end == CliqueEnd::complete);
  const Cliques cut = maximal_cliques(party(14));
  CHECK(cut.members.size() == 10'000);
  CHECK(cut.end == CliqueEnd::too_many);
  CHECK(maximal_cliques(party(4), {16, {}}).end == CliqueEnd::complete);
  CHECK(maximal_cliques(party(4), {15, {}}).members.size() == 15);
}

TEST_CASE("The search gives up when the caller's time is over") {
  int asked = 0;
  const CliqueLimit limit{10'000, [&] { return ++asked == 3; }};
  const Cliques cut = maximal_cliques(party(14), limit);
  CHECK(cut.end == CliqueEnd::out_of_time);
  CHECK(asked == 3);
  CHECK(cut.members.size() < 10'000);
}

TEST_CASE("A small search does not look at the clock") {
  bool asked = false;
  const Cliques all = maximal_cliques(party(4), {10'000, [&] { return asked = true; }});
  CHECK(all.end == CliqueEnd::complete);
  CHECK_FALSE(asked);
}

TEST_CASE("Most time with one clique is an echo") {
  const Cliques cliques = of({{0, 1, 2, 3, 4}, {5}, {6}});
  const auto at_70 = clique_indulgence(cliques, times({2, 2, 1, 1, 1, 2, 1}));
  REQUIRE(at_70);
  CHECK(at_70->share == Approx(0.7).margin(1e-6));
  CHECK(at_70->word == EchoWord::echo);
  CHECK(at_70->clique == 0);
  CHECK(at_70->touches == 35);
  CHECK(clique_indulgence(cliques, times({2, 1, 1, 1, 1, 2, 2}))->word == EchoWord::hint);
  CHECK(clique_indulgence(cliques, times({1, 1, 1, 0.5, 0.5, 3, 3}))->word == EchoWord::hint);
  CHECK(clique_indulgence(cliques, times({1, 1, 1, 0.4, 0.5, 3, 3.1}))->word == EchoWord::balanced);
}

TEST_CASE("Small circles, the inner five and too few touches make no statement") {
  const auto three = clique_indulgence(of({{0, 1, 2}, {3}}), times({9, 9, 9, 1}));
  REQUIRE(three);
  CHECK_FALSE(three->clique);
  CHECK(three->share == 0);
  std::vector<RecentTime> inner = times({9, 9, 9, 9, 1});
  for (std::size_t i = 0; i < 4; ++i) inner[i].inner = true;
  CHECK_FALSE(clique_indulgence(of({{0, 1, 2, 3}, {4}}), inner)->clique);
  inner[3].inner = false;
  CHECK(clique_indulgence(of({{0, 1, 2, 3}, {4}}), inner)->word == EchoWord::echo);
  std::vector<RecentTime> few = times({9, 9, 9, 9});
  few[0].touches = 4;
  CHECK_FALSE(clique_indulgence(of({{0, 1, 2, 3}}), few));
  few[0].touches = 5;
  CHECK(clique_indulgence(of({{0, 1, 2, 3}}), few));
}
