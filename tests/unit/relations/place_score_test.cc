// The score by place: its oracle, its range and what moves it.
#include "core/relations/place_score.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/unit/relations/seed.h"

using namespace goodturn::relations;

TEST_CASE("Closeness is one half at place 15 and falls with every place") {
  CHECK(closeness_of_place(1) == Approx(0.999980).margin(1e-6));
  CHECK(closeness_of_place(5) == Approx(0.987805).margin(1e-6));
  CHECK(closeness_of_place(15) == 0.5);
  CHECK(closeness_of_place(50) == Approx(0.008035).margin(1e-6));
  CHECK(closeness_of_place(0) == 0);
  for (std::size_t place = 1; place < 1000; ++place)
    CHECK(closeness_of_place(place) > closeness_of_place(place + 1));
}

TEST_CASE("The score by place of Ada, Bob and Cy") {
  const ScoreParts ada{1, 0.571429, 0.654545, 0.932498}, bob{0.49, 0, 0.849351, 0.906890},
      cy{0.09, 0, 1, 0.619351};
  CHECK(place_score(ada, 1, 0) == Approx(0.270880).margin(1e-6));
  CHECK(place_score(bob, 2, 0) == Approx(0.808588).margin(1e-6));
  CHECK(place_score(cy, 3, 0) == Approx(0.785731).margin(1e-6));
  CHECK(place_score(bob, 2, 1) == Approx(0.404294).margin(1e-6));
}

TEST_CASE("Any parts give a score in [0, 1] that moves the right way") {
  auto random = goodturn::seeded();
  std::uniform_real_distribution<double> part(0, 1);
  for (int round = 0; round < 2000; ++round) {
    const ScoreParts parts{part(random), part(random), part(random), part(random)};
    const std::size_t place = 1 + random() % 200;
    const int showings = static_cast<int>(random() % 3);
    const double score = place_score(parts, place, showings);
    CHECK(score >= 0);
    CHECK(score <= 1);
    CHECK(place_score(parts, place + 1, showings) <= score);
    CHECK(place_score(parts, place, showings + 1) == Approx(score * repeat_factor));
    ScoreParts likelier = parts;
    likelier.chance = (1 + parts.chance) / 2;
    CHECK(place_score(likelier, place, showings) <= score);
    ScoreParts stronger = parts;
    stronger.strength = (1 + parts.strength) / 2;
    CHECK(place_score(stronger, place, showings) == score);
  }
}
