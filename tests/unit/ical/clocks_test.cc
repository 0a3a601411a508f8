// What time it is elsewhere.
#include "adapters/ical/clocks.h"

#include <catch2/catch.hpp>

using namespace goodturn;
using namespace std::chrono_literals;

namespace {

const Instant winter = *parse_instant("2026-01-15T12:00:00Z"),
              summer = *parse_instant("2026-07-15T12:00:00Z");

}  // namespace

TEST_CASE("a zone by any of its names, summer and winter") {
  CHECK(ical::clock_of("Europe/Berlin", winter) == 60min);
  CHECK(ical::clock_of("Europe/Berlin", summer) == 120min);
  CHECK(ical::clock_of("US/Eastern", winter) == -300min);
  CHECK(ical::clock_of("Asia/Kathmandu", winter) == 345min);
  CHECK(ical::clock_of("UTC", summer) == 0min);
  for (const std::string& nobody : {std::string(), std::string("Raleigh/North America"), std::string("Mars"),
                                    std::string("\xFF\xFE"), std::string(5000, 'x'), std::string("a\0b", 3)})
    CHECK_FALSE(ical::clock_of(nobody, winter));
}

TEST_CASE("a country has a time where all of it has the same") {
  for (const char* germany :
       {"DE", "de", "DEU", "Germany", " germany ", "Deutschland", "Allemagne", "Niemcy"}) {
    INFO(germany);
    CHECK(ical::clock_in(germany, winter) == 60min);
    CHECK(ical::clock_in(germany, summer) == 120min);
  }
  CHECK(ical::clock_in("\xC3\x96STERREICH", winter) == 60min);
  CHECK(ical::clock_in("UK", summer) == 60min);
  CHECK(ical::clock_in("Japan", winter) == 540min);
  CHECK(ical::clock_in("Norge", winter) == 60min);
  CHECK(ical::clock_in("Norwegen", winter) == 60min);
  // Clocks differ within these.
  for (const char* wide : {"USA", "United States", "Australia", "Russland", "ES", "PT"})
    CHECK_FALSE(ical::clock_in(wide, winter));
  for (const std::string& nobody :
       {std::string(), std::string("Atlantis"), std::string("XX"), std::string("Q"), std::string("\xFF\xFE"),
        std::string(5000, 'x'), std::string("..")})
    CHECK_FALSE(ical::clock_in(nobody, winter));
}
