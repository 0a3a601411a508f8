// Intervals, learned models and gap coverage against what is known.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/bench/ranking/bootstrap.h"
#include "tests/bench/ranking/conformal.h"
#include "tests/bench/ranking/dice.h"
#include "tests/bench/ranking/learned.h"
#include "tests/bench/ranking/rhythm.h"
#include "tests/unit/ranking_bench/small_sets.h"
#include "tests/unit/relations/seed.h"

using namespace goodturn;
using namespace goodturn::bench;

TEST_CASE("An interval holds its estimate and is as wide as the egos differ") {
  std::vector<Share> egos;
  for (int i = 0; i < 400; ++i) egos.push_back({static_cast<double>(i % 2), 1});
  const Interval half = interval_of(egos, 1);
  CHECK(half.value == 0.5);
  CHECK(half.low == Approx(0.5 - 1.96 * 0.025).margin(0.012));  // deviation .5/√400
  CHECK(half.high == Approx(0.5 + 1.96 * 0.025).margin(0.012));
  CHECK(interval_of(egos, 1).low == half.low);
  const std::vector<Share> alike(30, Share{2, 4});
  CHECK(interval_of(alike, 1).low == 0.5);
  CHECK(interval_of(alike, 1).high == 0.5);
}

TEST_CASE("Shares are weighed by what they count, and nothing observed is no number") {
  const std::vector<Share> egos = {{1, 1}, {0, 3}, {0, 0}};
  CHECK(interval_of(egos, 1).value == 0.25);
  CHECK(std::isnan(interval_of(std::vector<Share>{{0, 0}}, 1).value));
  CHECK(std::isnan(interval_of({}, 1).value));
}

TEST_CASE("A paired difference leaves out what the egos share") {
  Dice dice(5);
  std::vector<Share> a, b;
  for (int i = 0; i < 100; ++i) {
    const double level = dice.unit();
    a.push_back({level + 0.1, 1});
    b.push_back({level, 1});
  }
  const Interval difference = interval_of_difference(a, b, 1);
  CHECK(difference.value == Approx(0.1));
  CHECK(difference.low == Approx(0.1));
  CHECK(difference.high == Approx(0.1));
  CHECK(interval_of(a, 1).high - interval_of(a, 1).low > 0.05);
}

TEST_CASE("Logistic regression finds the weights that made the examples") {
  auto random = seeded();
  Dice dice(random());
  const std::array<double, 3> truth = {-0.5, 1.2, -0.8};
  std::vector<Example> examples;
  for (int i = 0; i < 20000; ++i) {
    Example example{};
    example.features[0] = 1;
    for (std::size_t k = 1; k < example.features.size(); ++k) example.features[k] = dice.normal();
    double sum = 0;
    for (std::size_t k = 0; k < truth.size(); ++k) sum += truth[k] * example.features[k];
    example.reached = dice.unit() < 1 / (1 + std::exp(-sum));
    examples.push_back(example);
  }
  const ContactModel model = fit(examples);
  for (std::size_t k = 0; k < model.weights.size(); ++k)
    CHECK(model.weights[k] == Approx(k < truth.size() ? truth[k] : 0).margin(0.12));
  CHECK(fit({}).chance(examples[0].features) == 0.5);
}

TEST_CASE("A mixture of two rhythms is found again, and a tie leans on everybody's") {
  Dice dice(11);
  std::vector<int> gaps;
  for (int i = 0; i < 5000; ++i) {
    const double rate = dice.unit() < 0.4 ? 0.6 : 0.04;
    gaps.push_back(1 + static_cast<int>(dice.exponential() / -std::log1p(-rate)));
  }
  const Rhythm rhythm = fit_rhythm(gaps);
  CHECK(rhythm.short_share == Approx(0.4).margin(0.05));
  CHECK(rhythm.short_rate == Approx(0.6).margin(0.06));
  CHECK(rhythm.long_rate == Approx(0.04).margin(0.005));
  const auto longer = std::count_if(gaps.begin(), gaps.end(), [](int gap) { return gap > 10; });
  CHECK(rhythm.survival(10) == Approx(static_cast<double>(longer) / 5000).margin(0.02));
  CHECK(rhythm.survival(0) == 1);
  CHECK(rhythm.survival(1e6) > 0);
  CHECK(own_rhythm({}, rhythm).survival(20) == Approx(rhythm.survival(20)));
  CHECK(own_rhythm(std::vector<int>(30, 1), rhythm).survival(20) < 0.2 * rhythm.survival(20));
}

TEST_CASE("Gap coverage looks at each gap with the gaps before it") {
  MessageSet set = set_of(1);
  std::vector<int> days;
  for (int day = 0; day <= 20; day += 2) days.push_back(day);  // ten gaps of two days
  days.insert(days.end(), {22, 27, 29});                       // then 2, 5 and 2
  write_on(set, 1, days);
  const GapCoverage coverage = gap_coverage(EgoBook(set).ego(0), first_day, 0.9);
  CHECK(coverage.newest.whole == 4);  // those with nine gaps before
  CHECK(coverage.newest.part == 3);   // not the five days
  CHECK(gap_coverage(EgoBook(set).ego(0), day_at(22), 0.9).newest.whole == 2);
}
