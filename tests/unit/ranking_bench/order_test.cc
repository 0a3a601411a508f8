// The measures of ranking.md 3.3, point 3.
#include "tests/bench/ranking/order.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/bench/ranking/dice.h"
#include "tests/unit/relations/seed.h"

using namespace goodturn::bench;

TEST_CASE("The order 0,1,0,1,0 with three positives") {
  const OrderQuality quality = quality_of({false, true, false, true, false, true});
  CHECK(quality.precision == Approx(0.4).margin(1e-6));
  CHECK(quality.reciprocal_rank == Approx(0.5).margin(1e-6));
  CHECK(quality.ndcg == Approx(0.498189).margin(1e-6));
  CHECK(quality.regret == Approx(0.2).margin(1e-6));
  CHECK(quality.recall == Approx(0.666667).margin(1e-6));
  REQUIRE(quality.auc);
  CHECK(*quality.auc == Approx(3.0 / 9).margin(1e-6));
}

TEST_CASE("The best and the worst order") {
  const OrderQuality best = quality_of({true, true, false, false, false, false, false});
  CHECK(best.ndcg == 1);
  CHECK(best.regret == 0);
  CHECK(best.auc == 1.0);
  const OrderQuality worst = quality_of({false, false, false, false, false, true, true});
  CHECK(worst.ndcg == 0);
  CHECK(worst.precision == 0);
  CHECK(worst.reciprocal_rank == Approx(1.0 / 6));
  CHECK(worst.regret == Approx(0.4));
  CHECK(worst.auc == 0.0);
}

TEST_CASE("Without negatives there is no AUC") {
  const OrderQuality all = quality_of({true, true});
  CHECK_FALSE(all.auc);
  CHECK(all.ndcg == 1);
  CHECK(all.regret == 0);
}

TEST_CASE("AUC is the share of pairs in the right order") {
  auto random = goodturn::seeded();
  for (int round = 0; round < 200; ++round) {
    std::vector<bool> hits(2 + random() % 30);
    for (std::size_t i = 0; i < hits.size(); ++i) hits[i] = random() % 3 == 0;
    hits[0] = true;
    hits.back() = false;
    double right = 0, pairs = 0;
    for (std::size_t i = 0; i < hits.size(); ++i)
      for (std::size_t j = 0; j < hits.size(); ++j)
        if (hits[i] && !hits[j]) {
          ++pairs;
          right += i < j ? 1 : 0;
        }
    CHECK(*quality_of(hits).auc == Approx(right / pairs));
  }
}

TEST_CASE("Equal scores come in an order that the seed decides") {
  const std::vector<double> same(8, 1.0);
  CHECK(best_first(same, 1) == best_first(same, 1));
  std::vector<int> firsts(8);
  for (std::uint64_t seed = 0; seed < 800; ++seed) ++firsts[best_first(same, seed)[0]];
  for (const int first : firsts) CHECK(first > 50);
  const std::vector<double> mixed = {0, 3, 2, 3, -1};
  const std::vector<std::size_t> order = best_first(mixed, 5);
  CHECK(std::min(order[0], order[1]) == 1);
  CHECK(std::max(order[0], order[1]) == 3);
  CHECK(std::vector<std::size_t>(order.begin() + 2, order.end()) == std::vector<std::size_t>{2, 0, 4});
}

TEST_CASE("Dice are the same everywhere and fair enough") {
  Dice dice(1234567);
  CHECK(dice.next() == 6457827717110365317U);  // of the published generator, seed 1234567
  double sum = 0, squares = 0;
  for (int i = 0; i < 20000; ++i) {
    const double value = dice.normal();
    sum += value;
    squares += value * value;
  }
  CHECK(sum / 20000 == Approx(0).margin(0.03));
  CHECK(squares / 20000 == Approx(1).margin(0.05));
}
