// Table of metrics.md 2.7 and the scores of ranking.md 3.1.
#include "core/relations/alive.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "core/relations/chance.h"
#include "core/relations/score.h"
#include "core/relations/silence.h"

using namespace goodturn::relations;

TEST_CASE("P(alive) matches the table") {
  const AliveModel other{0.243, 4.414, 0.793, 2.426};
  CHECK(model_alive({10, 100, 110}) == Approx(0.931221).margin(1e-6));
  CHECK(model_alive({10, 100, 160}) == Approx(0.240559).margin(1e-6));
  CHECK(model_alive({10, 100, 250}) == Approx(0.003485).margin(1e-6));
  CHECK(model_alive({2, 30, 200}) == Approx(0.122678).margin(1e-6));
  CHECK(model_alive({10, 100, 110}, other) == Approx(0.849541).margin(1e-6));
  CHECK(model_alive({10, 100, 200}, other) == Approx(0.014582).margin(1e-6));
  CHECK(model_alive({2, 30.43, 38.86}, other) == Approx(0.726579).margin(1e-6));
  CHECK(model_alive({0, 0, 50}) == 1);
  CHECK(model_alive({0, 0, 50}, other) == 1);
}

TEST_CASE("A tie with one contact day fades after its cadence; the model alone says one for ever") {
  CHECK(alive_chance({0, 0, 30}, 30) == 1);
  CHECK(alive_chance({0, 0, 120}, 30) == Approx(0.5).margin(1e-6));
  CHECK(alive_chance({0, 0, 210}, 30) == Approx(0.25).margin(1e-6));
  CHECK(alive_chance({10, 100, 110}, 30) == model_alive({10, 100, 110}));
}

TEST_CASE("Extreme histories stay finite") {
  const double p = model_alive({5000, 5000, 20000});
  CHECK(p >= 0);
  CHECK(p < 1e-20);
  CHECK(std::isfinite(model_alive({1, 0, 0})));
}

TEST_CASE("People get words") {
  CHECK(liveliness(0.6, 1) == Liveliness::alive);
  CHECK(liveliness(0.59, 1) == Liveliness::fading);
  CHECK(liveliness(0.2, 1) == Liveliness::fading);
  CHECK(liveliness(0.19, 1) == Liveliness::quiet);
  CHECK(liveliness(0.9, 8.1) == Liveliness::fading);
  CHECK(to_string(Liveliness::fading) == "fading");
}

TEST_CASE("Freshness counts usual gaps, and a long silence calls for a talk") {
  CHECK(freshness(45, std::array{10, 20, 15}) == Approx(3).margin(1e-6));
  CHECK(freshness(45, {}) == 0);
  CHECK_FALSE(calls_for_a_talk(4));
  CHECK(calls_for_a_talk(4.01));
}

TEST_CASE("F of Ada, Bob and Cy, and their order") {
  const GapPool pool(std::array{1, 2, 3, 5, 7, 10, 14, 21, 30, 60});
  const std::vector ten = {12, 14, 10, 30, 13, 15, 11, 16, 14, 20}, three = {30, 40, 35};
  const auto score = [&](double s, const std::vector<int>& gaps, int e, const Recency& recency) {
    return keep_in_touch_score(
        {s, contact_chance(gaps, pool, e, 14), unusual_silence(gaps, pool, e), alive_chance(recency, 14)});
  };
  CHECK(alive_chance({10, 155, 170}, 14) == Approx(0.932498).margin(1e-6));
  CHECK(alive_chance({10, 155, 176}, 14) == Approx(0.906890).margin(1e-6));
  CHECK(alive_chance({3, 105, 195}, 14) == Approx(0.619351).margin(1e-6));
  CHECK(unusual_silence(three, pool, 90) == Approx(1.0).margin(1e-6));
  CHECK(contact_chance(three, pool, 90, 14) == Approx(0).margin(1e-6));
  const double ada = score(1, ten, 15, {10, 155, 170}), bob = score(0.49, ten, 21, {10, 155, 176}),
               cy = score(0.09, three, 90, {3, 105, 195});
  CHECK(ada == Approx(0.270886).margin(1e-6));
  CHECK(bob == Approx(0.566190).margin(1e-6));
  CHECK(cy == Approx(0.236097).margin(1e-6));
  CHECK(bob > ada);
  CHECK(ada > cy);
}
