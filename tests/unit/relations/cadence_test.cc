// Tables of metrics.md 2.4.
#include "core/relations/cadence.h"

#include <catch2/catch.hpp>
#include <vector>

#include "core/relations/alive.h"

using namespace goodturn;
using namespace goodturn::relations;

namespace {

std::vector<int> repeated(int count, int gap) {
  return std::vector<int>(static_cast<std::size_t>(count), gap);
}

Touch on(int day, double weight = 1) {
  const Day date{std::chrono::days(day)};
  return {date + std::chrono::hours(12), date, Channel::call, Direction::out, weight};
}

}  // namespace

TEST_CASE("The learned cadence is drawn towards the default") {
  CHECK(learned_cadence({}, 30) == Approx(30).margin(1e-6));
  CHECK(learned_cadence(repeated(2, 10), 30) == Approx(20.8008382).margin(1e-6));
  CHECK(learned_cadence(repeated(10, 14), 30) == Approx(17.4059418).margin(1e-6));
  CHECK(learned_cadence(repeated(20, 7), 7) == Approx(7).margin(1e-6));
  CHECK(learned_cadence(repeated(20, 1), 1) == 1);
  CHECK(learned_cadence({}, 0.5) == 1);
}

TEST_CASE("One day with many touches is one contact day") {
  const std::vector<Touch> touches = {on(40), on(10), on(10), on(31, 0), on(24), on(10)};
  const std::vector<Day> days = contact_days(touches);
  REQUIRE(days.size() == 3);
  CHECK(gaps_of(days) == std::vector{14, 16});
  CHECK(gaps_of({}).empty());
  CHECK(gaps_of(std::span(days).first(1)).empty());
}

TEST_CASE("Only the newest twenty gaps are used") {
  std::vector<int> gaps = repeated(30, 3);
  gaps.push_back(9);
  CHECK(newest(gaps).size() == 20);
  CHECK(newest(gaps).back() == 9);
  CHECK(newest(std::span(gaps).first(4)).size() == 4);
}

TEST_CASE("Median, deviation and the usual range") {
  const std::vector gaps = {5, 9, 14, 28, 7, 10};
  CHECK(median(gaps) == 9.5);
  CHECK(median_deviation(gaps) == 3.5);
  CHECK(freshness(73, gaps) == Approx(6).margin(1e-6));  // the mean gap is 73/6 = 12.1667 days
  CHECK(median({}) == 0);
  const std::vector ten = {12, 14, 10, 30, 13, 15, 11, 16, 14, 20};
  CHECK(usual_range(ten) == UsualRange{11, 14, 16});
  CHECK(usual_range(std::vector{7, 7, 7}) == UsualRange{7, 7, 7});
  CHECK(usual_range(std::vector{7}) == std::nullopt);
}

TEST_CASE("Burstiness matches the oracles") {
  CHECK(*burstiness(std::vector{7, 7, 7, 7}) == Approx(-1).margin(1e-6));
  CHECK(*burstiness(std::vector{1, 1, 1, 25}) == Approx(0.195046).margin(1e-6));
  CHECK(*burstiness(std::vector{5, 9, 14, 28, 7, 10}) == Approx(-0.230842).margin(1e-6));
  CHECK(*corrected_burstiness(std::vector{7, 7, 7, 7}) == Approx(-1).margin(1e-6));
  CHECK(*corrected_burstiness(std::vector{1, 1, 1, 25}) == Approx(0.613556).margin(1e-6));
  CHECK(*corrected_burstiness(std::vector{5, 9, 14, 28, 7, 10}) == Approx(-0.229846).margin(1e-6));
  CHECK(burstiness({}) == std::nullopt);
  CHECK(corrected_burstiness(std::vector{4}) == std::nullopt);
}
