// Quiet hours: when nothing comes up, when a call fits, which days count.
#include "core/suggest/quiet.h"

#include <catch2/catch.hpp>

#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using namespace std::chrono_literals;

namespace {

// Monday 23 November 2026; the user's clock is an hour ahead of UTC.
constexpr Day monday = today + std::chrono::days(1);

Circle in_berlin() {
  Circle circle;
  circle.offset = 60min;
  return circle;
}

Instant at(Day day, std::chrono::minutes utc) { return day + utc; }

}  // namespace

TEST_CASE("The night, days off, vacations and meetings are quiet") {
  Circle circle = in_berlin();
  CHECK(quiet_at(circle, at(monday, 10h)) == Quiet::not_quiet);
  CHECK(quiet_at(circle, at(monday, 6h + 59min)) == Quiet::quiet_hours);
  CHECK(quiet_at(circle, at(monday, 7h)) == Quiet::not_quiet);
  CHECK(quiet_at(circle, at(monday, 18h + 59min)) == Quiet::not_quiet);
  CHECK(quiet_at(circle, at(monday, 19h)) == Quiet::quiet_hours);
  CHECK(quiet_at(circle, at(today, 10h)) == Quiet::day_off);
  circle.own.works[6] = true;
  CHECK(quiet_at(circle, at(today, 10h)) == Quiet::not_quiet);
  circle.busy = {{at(monday, 9h), at(monday, 10h)}};
  CHECK(quiet_at(circle, at(monday, 9h + 30min)) == Quiet::meeting);
  CHECK(quiet_at(circle, at(monday, 10h)) == Quiet::not_quiet);
  circle.vacations = {{monday, monday}};
  CHECK(quiet_at(circle, at(monday, 10h)) == Quiet::vacation);
}

TEST_CASE("Quiet hours may lie within a day") {
  Circle circle = in_berlin();
  circle.own.quiet = {12 * 60, 14 * 60};
  CHECK(quiet_at(circle, at(monday, 12h)) == Quiet::quiet_hours);
  CHECK(quiet_at(circle, at(monday, 13h)) == Quiet::not_quiet);
}

TEST_CASE("The next free quarter of an hour") {
  Circle circle = in_berlin();
  CHECK(next_free(circle, at(today, 10h)) == at(monday, 7h));
  CHECK(next_free(circle, at(monday, 9h + 1min)) == at(monday, 9h + 15min));
  circle.busy = {{at(monday, 9h), at(monday, 11h)}};
  CHECK(next_free(circle, at(monday, 9h + 1min)) == at(monday, 11h));
  circle.own.works = {};
  CHECK_FALSE(next_free(circle, at(monday, 9h)));
}

TEST_CASE("A call waits until both are up") {
  const Circle circle = in_berlin();
  CHECK(next_call(circle, 60min, at(monday, 5h)) == at(monday, 8h));
  CHECK(next_call(circle, -5h, at(monday, 8h)) == at(monday, 14h));
  CHECK(next_call(circle, -5h, at(monday + std::chrono::days(4), 20h)) ==
        at(monday + std::chrono::days(7), 14h));
  CHECK_FALSE(next_call(circle, -11h, at(monday, 8h)));
}

TEST_CASE("Due days fall on working days") {
  Circle circle = in_berlin();
  CHECK(working_day(circle, today) == monday);
  circle.vacations = {{monday, monday + std::chrono::days(4)}};
  CHECK(working_day(circle, today) == monday + std::chrono::days(7));
  circle.own.works = {};
  CHECK(working_day(circle, today) == today);
  Contact ada = regular("Ada", 14, 40);
  circle.own.works = {true, true, true, true, false, false, false};
  circle.vacations.clear();
  CHECK(of_rule({ada}, Rule::keep_in_touch, {}, circle).at(0).due == today + std::chrono::days(8));
}

TEST_CASE("A suggested call names a moment when their clock is known") {
  Contact ada = regular("Ada", 7, 33);
  ada.offset = 60min;
  const Suggestion call = of_rule({ada, regular("Zoe", 30, 10)}, Rule::keep_in_touch).at(0);
  REQUIRE(call.is_call);
  CHECK(call.call_at == at(monday, 8h));
  ada.offset.reset();
  CHECK_FALSE(of_rule({ada, regular("Zoe", 30, 10)}, Rule::keep_in_touch).at(0).call_at);
}
