// Oracles A, B, C of metrics.md 2.2 and the properties it asks for.
#include "core/relations/strength.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <vector>

#include "tests/unit/relations/seed.h"

using namespace goodturn;
using namespace goodturn::relations;

namespace {

constexpr Instant now{std::chrono::seconds(1'790'000'000)};

Touch aged(double days, double weight = 1) {
  const Instant at = now - std::chrono::seconds(std::llround(days * 86400));
  return {at, std::chrono::floor<std::chrono::days>(at), Channel::meeting, Direction::out, weight};
}

}  // namespace

TEST_CASE("Half-life sums match the oracles") {
  CHECK(half_life_sum(std::vector{aged(0), aged(30), aged(60)}, now, 30) == Approx(1.75).margin(1e-6));
  CHECK(half_life_sum(std::vector{aged(0), aged(30, 0.5), aged(60, 0.5)}, now, 30) ==
        Approx(1.375).margin(1e-6));
  CHECK(half_life_sum(std::vector{aged(45)}, now, 180) == Approx(0.840896).margin(1e-6));
}

TEST_CASE("Planned touches do not count, a clock that is a little off does") {
  CHECK(half_life_sum({}, now, 30) == 0);
  CHECK(half_life_sum(std::vector{aged(-0.5)}, now, 30) == 1);
  CHECK(half_life_sum(std::vector{aged(-1.5)}, now, 30) == 0);
  CHECK(normalised(3, 6) == 0.5);
  CHECK(normalised(0, 0) == 0);
}

TEST_CASE("Ties of family and friends fade half as fast") {
  CHECK(half_life_of(TieKind::family, strength_half_life) == 360);
  for (const TieKind tie : {TieKind::peer, TieKind::up, TieKind::down, TieKind::external_peer})
    CHECK(half_life_of(tie, strength_half_life) == 180);
}

TEST_CASE("A sum can be carried on instead of counted again") {
  auto random = seeded();
  std::uniform_real_distribution<double> age(0, 900), weight(0.01, 1), half_life(10, 400);
  for (int round = 0; round < 500; ++round) {
    const double lambda = half_life(random);
    const double step = std::floor(age(random) / 10);
    std::vector<Touch> old, fresh;
    for (int i = 0; i < 20; ++i) old.push_back(aged(step + age(random), weight(random)));
    for (int i = 0; i < 5; ++i) fresh.push_back(aged(step * (i + 0.5) / 6, weight(random)));
    const Instant before = now - std::chrono::seconds(std::llround(step * 86400));
    const double carried_on =
        carried(half_life_sum(old, before, lambda), step, lambda) + half_life_sum(fresh, now, lambda);
    old.insert(old.end(), fresh.begin(), fresh.end());
    REQUIRE(half_life_sum(old, now, lambda) == Approx(carried_on).margin(1e-9));
  }
}
