// metrics.md 2.3.
#include "core/relations/layer.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <vector>

#include "tests/unit/relations/seed.h"

using namespace goodturn;
using namespace goodturn::relations;

namespace {

std::vector<double> falling(int count) {
  std::vector<double> strengths;
  for (int i = 0; i < count; ++i) strengths.push_back(count - i);
  return strengths;
}

}  // namespace

TEST_CASE("Ranks make layers 5, 15, 50, 150 and out") {
  const LayerBounds bounds = layer_bounds(falling(200));  // rank r has strength 201 − r
  CHECK(layer_of(200, bounds) == 5);
  CHECK(layer_of(196, bounds) == 5);
  CHECK(layer_of(195, bounds) == 15);
  CHECK(layer_of(186, bounds) == 15);
  CHECK(layer_of(185, bounds) == 50);
  CHECK(layer_of(151, bounds) == 50);
  CHECK(layer_of(150, bounds) == 150);
  CHECK(layer_of(51, bounds) == 150);
  CHECK(layer_of(50, bounds) == 0);
  CHECK(layer_of(0, bounds) == 0);
}

TEST_CASE("Few people are all inside, nobody without strength is") {
  CHECK(layer_of(0.1, layer_bounds({0.1, 3})) == 5);
  CHECK(layer_of(0, layer_bounds({0, 0, 0, 0, 0, 0})) == 0);
  CHECK(layer_of(1, layer_bounds({})) == 5);
  CHECK(layer_of(2, layer_bounds(std::vector<double>(30, 2.0))) == 5);
}

TEST_CASE("A layer changes only after 28 days at the new rank") {
  CHECK(settled_layer(std::vector{15, 15, 15, 15, 5, 5, 5, 5, 5, 5}) == 5);
  CHECK(settled_layer(std::vector{15, 15, 15, 15, 15, 5, 5, 5, 5, 5}) == 15);
  CHECK(settled_layer(std::vector{50, 15, 50, 15, 50, 5, 15, 5, 5, 5, 5}) == 15);
  CHECK(settled_layer(std::vector{50, 15, 5, 15, 50, 5, 15, 5, 5, 5, 5}) == 5);
  // Nearer and nearer, five weeks within the fifteen.
  CHECK(settled_layer(std::vector{5, 5, 15, 15, 15, 50, 50, 50, 50, 50}) == 15);
  CHECK(settled_layer(std::vector{0, 0, 150, 150, 50, 15, 15, 15, 15, 15}) == 50);
  CHECK(settled_layer(std::vector{0, 0, 0, 0, 0, 15, 15}) == 0);
  CHECK(settled_layer(std::vector{5, 15}) == 15);
  CHECK(settled_layer({}) == 0);
}

TEST_CASE("Somebody nearer on any look is not settled farther out, whatever the looks") {
  auto random = seeded();
  const std::array<int, 5> layers = {5, 15, 50, 150, 0};
  std::uniform_int_distribution<std::size_t> any(0, layers.size() - 1), count(1, 12);
  const auto place_of = [&](int layer) {
    return std::find(layers.begin(), layers.end(), layer) - layers.begin();
  };
  for (int round = 0; round < 20000; ++round) {
    std::vector<int> looks(count(random));
    for (int& look : looks) look = layers[any(random)];
    std::vector<int> nearer = looks;
    int& moved = nearer[random() % nearer.size()];
    moved = layers[static_cast<std::size_t>(place_of(moved)) * (random() % 2) / 2];
    REQUIRE(place_of(settled_layer(nearer)) <= place_of(settled_layer(looks)));
  }
}

TEST_CASE("The default cadence comes from the layer, and a role sets a floor") {
  CHECK(default_cadence(5, {}) == 7);
  CHECK(default_cadence(15, {}) == 30);
  CHECK(default_cadence(50, {}) == 180);
  CHECK(default_cadence(150, {}) == 365);
  CHECK(default_cadence(0, {}) == std::nullopt);
  CHECK(default_cadence(150, std::vector{Role::mentor}) == 60);
  CHECK(default_cadence(150, std::vector{Role::mentor, Role::ally}) == 45);
  CHECK(default_cadence(0, std::vector{Role::sounding_board}) == 45);
  CHECK(default_cadence(5, std::vector{Role::sponsor}) == 7);
  CHECK(default_cadence(0, std::vector{Role::connector}) == std::nullopt);
}
