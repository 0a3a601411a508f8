// The report "trend" (metrics.md 2.9 (b), 2.17, 2.20; features.md rows 27, 64, 65, 84).
#include "helper/reports/trend_report.h"

#include "tests/unit/reports/small_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

using Names = std::vector<std::string>;

TrendReport report_of(SmallWorld& world) {
  return trend_report(*world.snapshot(), world.now(), Language::en);
}

/// Days from a date to the world's today.
int age(const char* text) { return days_between(parse_day(text).value(), SmallWorld::today); }

}  // namespace

TEST_CASE("less than six months of history is no trend") {
  SmallWorld world;
  world.living("ada");
  world.touch("ada", 130);
  const TrendReport report = report_of(world);
  CHECK(report.months.size() == 4);
  CHECK(report.slope.text == "Not enough yet: six months of history are needed, there are 4.");
  CHECK(report.quarters.size() == 4);
  CHECK_FALSE(report.relatedness.value);
}

TEST_CASE("features_027_the_sentence_of_a_shrinking_network") {
  const auto trend = network::network_trend(std::vector{40, 41, 38, 37, 35, 33});
  CHECK(line_of(slope_figure(trend, 6, Language::en)) ==
        "Shrinking: −1.67 people a month. (6 months, S = −13, Z = −2.25)");
}

TEST_CASE("active people at each month's end, who came and who went") {
  SmallWorld world;
  world.person("stays");
  for (int days = 5; days < 400; days += 20) world.touch("stays", days);
  world.person("went");
  world.touch("went", age("2025-10-15"));  // active until January
  world.person("came");
  for (const char* day : {"2026-09-20", "2026-10-20", "2026-10-30"}) world.touch("came", age(day));
  const TrendReport report = report_of(world);
  REQUIRE(report.months.size() == 12);
  CHECK(report.months.front().end == parse_day("2025-11-30").value());
  CHECK(report.months.back().end == parse_day("2026-10-31").value());
  CHECK(report.months.front().active == 2);
  CHECK(report.months[7].active == 1);
  CHECK(report.months.back().active == 2);
  CHECK(names_of(report.gained) == Names{"Came"});
  CHECK(names_of(report.lost) == Names{"Went"});
  CHECK(report.word == network::TrendWord::steady);
}

TEST_CASE("features_065_only_new_people_who_were_touched_twice") {
  SmallWorld world;
  for (const char* uid : {"once", "twice", "late"}) world.person(uid);
  world.touch("once", age("2026-08-01"));
  world.touch("twice", age("2026-08-01"));
  world.touch("twice", age("2026-09-01"));
  world.touch("late", age("2026-09-20"));
  world.touch("late", age("2026-10-02"));  // the second touch lies in the next quarter
  const TrendReport report = report_of(world);
  CHECK(report.quarters.at(2).quarter.name == "2026-Q3");
  CHECK(names_of(report.quarters.at(2).newcomers) == Names{"Twice"});
  CHECK(report.quarters.at(3).newcomers.empty());
}

TEST_CASE("features_064_initiative_towards_juniors_fell_within_a_year") {
  SmallWorld world;
  calendar::OwnProfile own;
  own.seniority = 3;
  world.own(own);
  for (int i = 0; i < 10; ++i) {
    const std::string uid = "junior" + std::to_string(i);
    world.person(uid);
    calendar::Profile below;
    below.seniority = 1;
    world.profile(below, uid);
    world.touch(uid, age("2026-02-01"), Channel::mail, i < 8 ? Direction::out : Direction::in);
    world.touch(uid, age("2026-11-01"), Channel::mail, i < 3 ? Direction::out : Direction::in);
  }
  world.person("peer");
  world.touch("peer", age("2026-11-02"));
  const TrendReport report = report_of(world);
  CHECK(report.quarters.front().started_with_juniors == relations::Share{8, 10});
  CHECK(report.quarters.back().started_with_juniors == relations::Share{3, 10});
  CHECK(report.quarters.back().started == relations::Share{4, 11});
  CHECK(report.initiative_fell);
  CHECK(report.juniors.text ==
        "In 2026-Q4 you began 3 of 10 conversations with people below your own level.");
}

TEST_CASE("a conversation that began in the quarter before is not begun again") {
  SmallWorld world;
  world.person("ada");
  world.touch("ada", age("2026-09-30"));
  world.touch("ada", age("2026-10-01"));
  const TrendReport report = report_of(world);
  CHECK(report.quarters.at(2).started == relations::Share{1, 1});
  CHECK(report.quarters.at(3).started == relations::Share{0, 0});
}

TEST_CASE("features_084_the_mean_of_the_users_own_three_answers") {
  SmallWorld world;
  calendar::OwnProfile own;
  own.checks = {{parse_day("2026-10-01").value(), 4, 3, 5}, {parse_day("2026-07-01").value(), 2, 2, 2}};
  world.own(own);
  const TrendReport report = report_of(world);
  REQUIRE(report.checks.size() == 2);
  CHECK(report.relatedness.value == 4.0);
  CHECK(report.relatedness.text == "In 2026-Q4 you felt 4.0 of 5 at home among your contacts.");
}
