// Oracles of metrics.md 2.5 and 2.6.
#include "core/relations/silence.h"

#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <vector>

#include "core/relations/chance.h"
#include "tests/unit/relations/seed.h"

using namespace goodturn;
using namespace goodturn::relations;

namespace {

const std::vector gaps = {12, 14, 10, 30, 13, 15, 11, 16, 14, 20};
const GapPool pool(std::array{1, 2, 3, 5, 7, 10, 14, 21, 30, 60});

}  // namespace

TEST_CASE("Thresholds are order statistics, infinite with too few gaps") {
  CHECK(silence_threshold(gaps, 0.5) == 14);
  CHECK(silence_threshold(gaps, 0.8) == 20);
  CHECK(silence_threshold(gaps, 0.9) == 30);
  CHECK(silence_threshold(gaps, 0.95) == std::nullopt);
  CHECK(silence_threshold(std::vector{1, 2, 3, 4}, 0.8) == 4);
  CHECK(silence_threshold(std::vector{1, 2, 3}, 0.8) == std::nullopt);
  CHECK(silence_threshold(std::vector{1, 2, 3, 4, 5, 6, 7, 8, 9}, 0.9) == 9);
  CHECK(silence_threshold(std::vector{1, 2, 3, 4, 5, 6, 7, 8}, 0.9) == std::nullopt);
  CHECK(silence_threshold({}, 0.5) == std::nullopt);
}

TEST_CASE("p-values of a silence") {
  CHECK(silence_p_value(gaps, 9) == 1);
  CHECK(silence_p_value(gaps, 14) == Approx(0.636364).margin(1e-6));
  CHECK(silence_p_value(gaps, 15) == Approx(0.454545).margin(1e-6));
  CHECK(silence_p_value(gaps, 21) == Approx(0.181818).margin(1e-6));
  CHECK(silence_p_value(gaps, 31) == Approx(0.090909).margin(1e-6));
  CHECK(silence_p_value({}, 400) == 1);
}

TEST_CASE("u is drawn towards the pool") {
  CHECK(unusual_silence(gaps, pool, 9) == Approx(0.207792).margin(1e-6));
  CHECK(unusual_silence(gaps, pool, 15) == Approx(0.654545).margin(1e-6));
  CHECK(unusual_silence(gaps, pool, 21) == Approx(0.849351).margin(1e-6));
  CHECK(unusual_silence(gaps, pool, 31) == Approx(0.971429).margin(1e-6));
  CHECK(unusual_silence({}, pool, 15) == Approx(0.7).margin(1e-6));
}

TEST_CASE("The chance of contact without help") {
  CHECK(gap_survival(gaps, pool, 9) == Approx(0.857143).margin(1e-6));
  CHECK(gap_survival(gaps, pool, 16) == Approx(0.228571).margin(1e-6));
  CHECK(contact_chance(gaps, pool, 9, 14) == Approx(0.733333).margin(1e-6));
  CHECK(contact_chance(gaps, pool, 15, 14) == Approx(0.571429).margin(1e-6));
  CHECK(contact_chance(gaps, pool, 21, 14) == Approx(0).margin(1e-6));
  CHECK(contact_chance(gaps, pool, 31, 14) == Approx(0).margin(1e-6));
  CHECK(contact_chance({}, GapPool(), 31, 7) == Approx(1 - std::exp(-1)).margin(1e-6));
  CHECK(contact_chance({}, pool, 3, 7) == Approx(1 - 0.4 / 0.7).margin(1e-6));
}

TEST_CASE("A pool counts, forgets and falls back on the built-in one") {
  GapPool changing;
  CHECK(changing.share_below(5) == 0);
  for (const int gap : {3, 3, 9000, 40}) changing.add(gap);
  CHECK(changing.share_below(3) == 0);
  CHECK(changing.share_above(3) == 0.5);
  CHECK(changing.share_above(8190) == 0.25);
  changing.remove(3);
  CHECK(changing.size() == 3);
  CHECK(changing.share_below(4) == Approx(1.0 / 3));
  CHECK(&pool_or_built_in(changing) == &built_in_pool());
  CHECK(built_in_pool().size() == 12);
  CHECK(built_in_pool().share_above(90) == Approx(1.0 / 12));
  for (int i = 0; i < 17; ++i) changing.add(5);
  CHECK(&pool_or_built_in(changing) == &changing);
}

TEST_CASE("The guarantee holds: the next gap exceeds the threshold at most as often as promised") {
  auto random = seeded();
  std::lognormal_distribution<double> length(2, 1);
  constexpr int rounds = 20000;
  int beyond = 0;
  for (int round = 0; round < rounds; ++round) {
    std::vector<int> past;
    for (int i = 0; i < 15; ++i) past.push_back(1 + static_cast<int>(length(random)));
    beyond += 1 + static_cast<int>(length(random)) > *silence_threshold(past, 0.8);
  }
  // Four standard deviations of a share of 0.2 in 20,000 rounds are 0.0113.
  CHECK(static_cast<double>(beyond) / rounds <= 0.2 + 0.0113);
}

TEST_CASE("u and p7 stay in their ranges and u never falls as the silence grows") {
  auto random = seeded();
  std::uniform_int_distribution<int> gap(1, 400), count(0, 25);
  for (int round = 0; round < 500; ++round) {
    std::vector<int> own(static_cast<std::size_t>(count(random)));
    for (int& g : own) g = gap(random);
    GapPool all(own);
    double before = 0;
    for (int elapsed = 0; elapsed < 500; elapsed += 7) {
      const double u = unusual_silence(own, all, elapsed), p7 = contact_chance(own, all, elapsed, 30);
      REQUIRE(u >= before);
      REQUIRE(u <= 1);
      REQUIRE(p7 >= 0);
      REQUIRE(p7 <= 1);
      before = u;
    }
  }
}
