// Rows 59–66: diversity, cliques, ego.
#include <catch2/catch.hpp>

#include "core/network/diversity.h"
#include "core/network/homophily.h"
#include "core/network/indulgence.h"
#include "core/network/structure.h"
#include "core/network/trend.h"
#include "core/relations/initiation.h"
#include "tests/unit/network/toy.h"
#include "tests/unit/relations/favours.h"

using namespace goodturn;
using namespace goodturn::network;
using namespace goodturn::relations;

namespace {

/// Ten people of whom 0–4 are a clique, 0–9 get equal time each, the clique 70 % together.
std::vector<RecentTime> seventy_percent() {
  std::vector<RecentTime> times(10, {1, 3, false});
  for (std::size_t i = 0; i < 5; ++i) times[i].weight = 0.7 / 0.3;
  return times;
}

Graph five_clique() {
  std::vector<Edge> edges;
  for (std::size_t a = 0; a < 5; ++a)
    for (std::size_t b = a + 1; b < 5; ++b) edges.push_back({a, b, 1});
  return Graph(10, edges);
}

}  // namespace

TEST_CASE("features_059_homophily") {
  CHECK(external_internal(3, 7, 0, 0)->index == Approx(-0.4).margin(1e-6));
  // By chance 60 of 100 would be of the own group: 1 − 2·0.6.
  CHECK(*external_internal(3, 7, 60, 100)->expected == Approx(-0.2).margin(1e-6));
  CHECK(*external_internal(3, 7, 60, 100)->difference == Approx(-0.2).margin(1e-6));
  CHECK_FALSE(external_internal(3, 7, 0, 0)->expected);
}

TEST_CASE("features_060_bridges") {
  CHECK(diversity(std::vector{5, 3, 2})->effective == Approx(2.631579).margin(1e-6));
  CHECK(*effective_size(toy_binary(), U, Weighting::binary) == Approx(6.75).margin(1e-6));
  CHECK(*constraint(toy_binary(), U, Weighting::binary) == Approx(0.2777).margin(5e-5));
}

TEST_CASE("features_061_pockets") { CHECK(components(toy_contacts()).count == 4); }

TEST_CASE("features_062_echo") {
  const auto echo = clique_indulgence(maximal_cliques(five_clique()), seventy_percent());
  REQUIRE(echo);
  CHECK(echo->share == Approx(0.7).margin(1e-6));
  CHECK(echo->word == EchoWord::echo);
}

TEST_CASE("features_063_inner_core_is_exempt") {
  std::vector<RecentTime> times = seventy_percent();
  for (std::size_t i = 0; i < 5; ++i) times[i].inner = true;
  CHECK(clique_indulgence(maximal_cliques(five_clique()), times)->word == EchoWord::balanced);
}

TEST_CASE("features_064_initiative_towards_juniors") {
  CHECK(initiative_fell({8, 10}, {3, 10}));
  CHECK_FALSE(initiative_fell({8, 10}, {7, 10}));
}

TEST_CASE("features_065_new_people_touched_twice") {
  const std::vector<ActivityHistory> histories = {{Uid("twice"), {ago(60), ago(20)}},
                                                  {Uid("once"), {ago(60)}}};
  CHECK(newcomers(histories, ago(90), relations::today) == std::vector{Uid("twice")});
}
