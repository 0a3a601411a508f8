// metrics.md 2.17.
#include "core/network/trend.h"

#include <catch2/catch.hpp>

#include "tests/unit/relations/favours.h"

using namespace goodturn;
using namespace goodturn::network;
using relations::ago;
using relations::today;

namespace {

TrendWord word(const std::vector<int>& months) { return network_trend(months).value().word; }

ActivityHistory history(const char* name, std::initializer_list<int> ages) {
  ActivityHistory one{Uid(name), {}, 30};
  for (const int age : ages) one.days.push_back(ago(age));
  return one;
}

}  // namespace

TEST_CASE("The example shrinks") {
  const std::optional<Trend> trend = network_trend(std::vector{40, 41, 38, 37, 35, 33});
  REQUIRE(trend);
  CHECK(trend->slope == Approx(-1.666667).margin(1e-6));
  CHECK(trend->test.s == -13);
  CHECK(trend->test.z == Approx(-2.254407).margin(1e-6));
  CHECK(trend->change == Approx(-0.175).margin(1e-6));
  CHECK(trend->months == 6);
  CHECK(trend->word == TrendWord::shrinking);
}

TEST_CASE("Fewer than six months make no statement, and only a year is looked at") {
  CHECK_FALSE(network_trend(std::vector{40, 30, 20, 10, 5}));
  CHECK_FALSE(network_trend({}));
  const std::vector<int> months = {1, 1, 1, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50};
  CHECK(network_trend(months)->months == 12);
  CHECK(network_trend(months)->change == 0);
}

TEST_CASE("A steady fall of less than a tenth is no shrinking, and neither is a ragged one") {
  CHECK(word({100, 99, 98, 97, 96, 95, 94}) == TrendWord::steady);
  CHECK(word({100, 98, 96, 94, 92, 90}) == TrendWord::steady);  // ten per cent, not more
  CHECK(word({100, 98, 96, 94, 92, 89}) == TrendWord::shrinking);
  CHECK(word({40, 20, 41, 22, 39, 33}) == TrendWord::steady);
  CHECK(word({33, 35, 37, 38, 40, 42}) == TrendWord::growing);
  CHECK(word({7, 7, 7, 7, 7, 7}) == TrendWord::steady);
  CHECK(network_trend(std::vector{7, 7, 7, 7, 7, 7})->test.z == 0);
  CHECK(network_trend(std::vector{0, 1, 2, 3, 4, 5, 6})->change == 0);
}

TEST_CASE("A rise tests like a fall, the other way round") {
  const MannKendall rise = mann_kendall(std::vector{33.0, 35.0, 37.0, 38.0, 41.0, 40.0}).value();
  CHECK(rise.s == 13);
  CHECK(rise.z == Approx(2.254407).margin(1e-6));
  CHECK(word({90, 92, 94, 96, 98, 99}) == TrendWord::steady);  // ten per cent, not more
}

TEST_CASE("Slopes and tests need two values") {
  CHECK_FALSE(theil_sen({}));
  CHECK_FALSE(mann_kendall(std::vector{3.0}));
  CHECK(*theil_sen(std::vector{1.0, 3.0}) == 2);
  CHECK(*theil_sen(std::vector{0.0, 1.0, 100.0}) == 50);
}

TEST_CASE("Active is who was touched within 90 days, or whose long rhythm still holds") {
  const std::vector<ActivityHistory> all = {
      history("fresh", {90}), history("old", {130}),  history("slow", {900, 700, 500, 300, 100}),
      history("never", {}),   history("later", {-3}), history("ended", {400, 395, 390, 385, 380})};
  CHECK(active_people(all, today) == std::vector{Uid("fresh"), Uid("slow")});
}

TEST_CASE("What came later is not known on an earlier day") {
  const std::vector<ActivityHistory> all = {history("ada", {200, 10})};
  CHECK(active_people(all, ago(111)) == std::vector{Uid("ada")});
  CHECK(active_people(all, ago(201)).empty());
}

TEST_CASE("The names behind a trend") {
  const Turnover names = turnover({Uid("c"), Uid("a"), Uid("b")}, {Uid("d"), Uid("b")});
  CHECK(names.gained == std::vector{Uid("d")});
  CHECK(names.lost == std::vector{Uid("a"), Uid("c")});
}
