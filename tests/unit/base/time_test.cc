#include "core/base/time.h"

#include <catch2/catch.hpp>

using namespace goodturn;

TEST_CASE("days and instants survive their text forms") {
  const Day day = Day(std::chrono::year(2024) / 2 / 29);
  CHECK(to_iso(day) == "2024-02-29");
  CHECK(to_basic(day) == "20240229");
  CHECK(parse_day("2024-02-29") == day);
  CHECK(parse_day("20240229") == day);
  const Instant instant = Instant(day) + std::chrono::hours(14) + std::chrono::minutes(5);
  CHECK(to_iso(instant) == "2024-02-29T14:05:00Z");
  CHECK(parse_instant(to_iso(instant)) == instant);
  CHECK(parse_instant(to_basic(instant)) == instant);
  CHECK(parse_instant("2024-02-29T16:05:00+02:00") == instant);
  CHECK(parse_instant("2024-02-29T09:05:00-0500") == instant);
}

TEST_CASE("fractions of a second are dropped, as scripts write them") {
  CHECK(parse_instant("2024-02-29T14:05:00.000Z") == parse_instant("2024-02-29T14:05:00Z"));
  CHECK(parse_instant("2024-02-29T14:05:00.999999+00:00") == parse_instant("2024-02-29T14:05:00Z"));
  for (const char* text : {"2024-02-29T14:05:00.Z", "2024-02-29T14:05:00.", "20240229T140500.5Z"})
    CHECK_FALSE(parse_instant(text));
}

TEST_CASE("dates that do not exist and trailing text are refused") {
  for (const char* text : {"2023-02-29", "2024-13-01", "2024-02-29x", "24-02-29", "", "2024-0229"})
    CHECK_FALSE(parse_day(text));
  for (const char* text : {"2024-02-29", "2024-02-29T25:00:00Z", "2024-02-29T10:00:00Zz", "2024-02-29T10:00"})
    CHECK_FALSE(parse_instant(text));
}
