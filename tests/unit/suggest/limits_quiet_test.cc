// The limits of quiet hours, vacations, calls and snoozes, to the minute and the day.
#include <catch2/catch.hpp>

#include "core/suggest/quiet.h"
#include "core/suggest/snooze.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using namespace std::chrono_literals;

namespace {

// Monday 23 November 2026 in the user's time, which is UTC here.
constexpr Day start_of_week = today + std::chrono::days(1);

Instant in_week(int day, std::chrono::minutes time) { return start_of_week + std::chrono::days(day) + time; }

/// The hour of the week's Tuesday at which a call is proposed when one is looked for from then on.
std::optional<Instant> call_from(std::chrono::minutes offset, Instant from) {
  Circle circle;
  circle.own.quiet = {0, 0};  // no quiet hours
  circle.own.works = {true, true, true, true, true, true, true};
  return next_call(circle, offset, from);
}

}  // namespace

TEST_CASE("Limits: vacations and meetings from their first moment to their last") {
  Circle circle;
  circle.vacations = {{start_of_week + std::chrono::days(1), start_of_week + std::chrono::days(2)}};
  const Quiet expected[] = {Quiet::not_quiet, Quiet::vacation, Quiet::vacation, Quiet::not_quiet};
  for (int day = 0; day < 4; ++day) CHECK(quiet_at(circle, in_week(day, 10h)) == expected[day]);
  circle.vacations.clear();
  circle.busy = {{in_week(0, 9h), in_week(0, 10h)}};
  CHECK(quiet_at(circle, in_week(0, 8h + 59min)) == Quiet::not_quiet);
  CHECK(quiet_at(circle, in_week(0, 9h)) == Quiet::meeting);
  CHECK(quiet_at(circle, in_week(0, 9h + 59min)) == Quiet::meeting);
  CHECK(quiet_at(circle, in_week(0, 10h)) == Quiet::not_quiet);
}

TEST_CASE("Limits: quiet hours begin and end on the minute, over midnight and within a day") {
  Circle circle;
  const auto is_quiet = [&](std::chrono::minutes time) {
    return quiet_at(circle, in_week(0, time)) == Quiet::quiet_hours;
  };
  circle.own.quiet = {20 * 60, 8 * 60};
  CHECK(is_quiet(0min));
  CHECK(is_quiet(7h + 59min));
  CHECK_FALSE(is_quiet(8h));
  CHECK_FALSE(is_quiet(19h + 59min));
  CHECK(is_quiet(20h));
  circle.own.quiet = {12 * 60, 14 * 60};
  CHECK_FALSE(is_quiet(11h + 59min));
  CHECK(is_quiet(12h));
  CHECK(is_quiet(13h + 59min));
  CHECK_FALSE(is_quiet(14h));
  circle.own.quiet = {12 * 60, 12 * 60};  // none
  CHECK_FALSE(is_quiet(12h));
  CHECK_FALSE(is_quiet(3h));
}

TEST_CASE("Limits: each day of the week is a working day or not") {
  for (std::size_t off = 0; off < 7; ++off) {
    Circle circle;
    circle.own.works = {true, true, true, true, true, true, true};
    circle.own.works[off] = false;
    for (std::size_t day = 0; day < 7; ++day)
      CHECK((quiet_at(circle, in_week(static_cast<int>(day), 10h)) == Quiet::day_off) == (day == off));
  }
}

TEST_CASE("Limits: a call between nine and six there, Monday to Friday there") {
  CHECK(call_from(0min, in_week(0, 8h + 50min)) == in_week(0, 9h));
  CHECK(call_from(0min, in_week(0, 9h)) == in_week(0, 9h));
  CHECK(call_from(0min, in_week(0, 17h + 45min)) == in_week(0, 17h + 45min));
  CHECK(call_from(0min, in_week(0, 17h + 46min)) == in_week(1, 9h));
  CHECK(call_from(0min, in_week(4, 18h)) == in_week(7, 9h));
  CHECK(call_from(10h, in_week(4, 20h)) == in_week(6, 23h));  // their Monday is still Sunday here
  CHECK(call_from(-10h, in_week(0, 1h)) == in_week(0, 19h));  // Monday 01:00 here is Sunday there
}

TEST_CASE("Limits: a free moment is looked for over two weeks, quarter by quarter") {
  Circle circle;
  circle.own.works = {};
  circle.own.quiet = {0, 0};
  circle.own.works[0] = true;
  CHECK(next_free(circle, in_week(1, 0min)) == in_week(7, 0min));
  circle.busy = {{in_week(7, 0min), in_week(8, 0min)}, {in_week(14, 0min), in_week(14, 10h)}};
  CHECK(next_free(circle, in_week(0, 10h + 15min)) == in_week(0, 10h + 15min));
  CHECK(next_free(circle, in_week(1, 0min)) == in_week(14, 10h));
  circle.busy[1].until = in_week(15, 0min);
  CHECK_FALSE(next_free(circle, in_week(1, 0min)));
  CHECK_FALSE(next_free(circle, in_week(7, 0min)));
  CHECK(next_free(circle, in_week(7, 15min)) == in_week(21, 0min));
  CHECK(next_free(circle, in_week(7, 0min) + 1s) == in_week(21, 0min));
}

TEST_CASE("Limits: a due day moves to the next working day, over sixty days at most") {
  Circle circle;
  CHECK(working_day(circle, start_of_week) == start_of_week);
  circle.vacations = {{start_of_week, start_of_week + std::chrono::days(58)}};
  // The 59th day after this Monday is a Thursday.
  CHECK(working_day(circle, start_of_week) == start_of_week + std::chrono::days(59));
  circle.vacations[0].last += std::chrono::days(1);
  CHECK(working_day(circle, start_of_week) == start_of_week);
}

TEST_CASE("Limits: each word that puts somebody off sets one thing") {
  const auto by = [](Snooze word, std::optional<Day> date = std::nullopt) {
    return snoozed_by(word, date, today).value();
  };
  Snoozed one;
  one.until = today + std::chrono::days(7);
  CHECK(by(Snooze::one_week) == one);
  one.until = Day(std::chrono::year(2026) / 12 / 22);
  CHECK(by(Snooze::one_month) == one);
  one.until = today + std::chrono::days(1);
  CHECK(by(Snooze::after_date, one.until) == one);
  one = {};
  one.until_they_write = today;
  CHECK(by(Snooze::they_write) == one);
  one = {};
  one.never = true;
  CHECK(by(Snooze::never) == one);
  CHECK_FALSE(snoozed_by(Snooze::after_date, today, today));
  CHECK_FALSE(snoozed_by(Snooze::after_date, std::nullopt, today));
  const Day december = std::chrono::year(2026) / 12 / 31;
  CHECK(snoozed_by(Snooze::one_month, std::nullopt, december)->until ==
        Day(std::chrono::year(2027) / 1 / 31));
}
