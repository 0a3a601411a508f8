#include "core/relations/quiet_time.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace goodturn;
using namespace goodturn::relations;

namespace {

Day day(int count) { return Day{std::chrono::days(20000 + count)}; }

/// Every second day in [from, until).
std::vector<Day> busy(int from, int until) {
  std::vector<Day> days;
  for (int i = from; i < until; i += 2) days.push_back(day(i));
  return days;
}

}  // namespace

TEST_CASE("A holiday of the user is cut out of a silence") {
  std::vector<Day> active = busy(0, 100);  // last 98
  for (const Day d : busy(120, 131)) active.push_back(d);
  const std::vector<QuietTime> quiet = quiet_times(active, day(130));
  REQUIRE(quiet == std::vector{QuietTime{day(99), day(119)}});
  CHECK(elapsed_days(day(90), day(130), quiet) == 40 - 21);
  CHECK(elapsed_days(day(110), day(130), quiet) == 20 - 9);
  CHECK(elapsed_days(day(125), day(130), quiet) == 5);
  CHECK(elapsed_days(day(130), day(130), quiet) == 0);
  CHECK(elapsed_days(day(140), day(130), quiet) == 0);
}

TEST_CASE("A quiet time that still lasts is cut as well") {
  const std::vector<QuietTime> quiet = quiet_times(busy(0, 100), day(108));
  REQUIRE(quiet == std::vector{QuietTime{day(99), day(108)}});
  CHECK(elapsed_days(day(90), day(108), quiet) == 8);
  CHECK(quiet_times(busy(0, 100), day(104)).empty());
}

TEST_CASE("Users who reach out rarely have no quiet time to cut") {
  std::vector<Day> monthly;
  for (int i = 0; i < 12; ++i) monthly.push_back(day(30 * i));
  CHECK(quiet_times(monthly, day(400)).empty());
  CHECK(quiet_times(busy(0, 6), day(60)).empty());
  CHECK(quiet_times({}, day(60)).empty());
}

TEST_CASE("Only what the user did counts as reaching out") {
  const std::vector<Touch> touches = {{{}, day(3), Channel::mail, Direction::in, 0.2},
                                      {{}, day(2), Channel::mail, Direction::out, 0.4},
                                      {{}, day(1), Channel::meeting, Direction::mutual, 1},
                                      {{}, day(2), Channel::call, Direction::out, 0.8},
                                      {{}, day(5), Channel::mail, Direction::out, 0}};
  CHECK(outgoing_days(touches) == std::vector{day(1), day(2)});
}
