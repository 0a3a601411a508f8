#include <catch2/catch.hpp>
#include <cstdlib>
#include <set>

#include "adapters/system/clock.h"
#include "adapters/system/random.h"
#include "adapters/system/zone.h"

using namespace goodturn;

TEST_CASE("the clock tells the present and the fixed clock stands still") {
  const system::SystemClock clock;
  const auto before = std::chrono::system_clock::now();
  CHECK(clock.now() >= std::chrono::floor<std::chrono::seconds>(before));
  CHECK(clock.now() <= std::chrono::system_clock::now());
  const Instant then = parse_instant("2026-11-22T03:00:00Z").value();
  CHECK(system::FixedClock(then).now() == then);
}

TEST_CASE("random bytes have the asked length and do not repeat") {
  system::SystemRandom random;
  CHECK(random.bytes(0).empty());
  CHECK(random.bytes(100000).size() == 100000);
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(random.bytes(16));
  CHECK(seen.size() == 1000);
}

TEST_CASE("the zone is a name, whatever TZ says") {
  ::setenv("TZ", "Asia/Kolkata", 1);
  CHECK(system::local_zone() == "Asia/Kolkata");
  ::setenv("TZ", ":Europe/Berlin", 1);
  CHECK(system::local_zone() == "Europe/Berlin");
  ::setenv("TZ", "/usr/share/zoneinfo/America/Lima", 1);
  CHECK(system::local_zone() == "America/Lima");
  ::setenv("TZ", "../../../etc/passwd", 1);
  CHECK_FALSE(system::local_zone().empty());
  CHECK(system::local_zone().find("..") == std::string::npos);
  ::setenv("TZ", "No/Such_Zone", 1);
  CHECK(system::local_zone() != "No/Such_Zone");
  ::unsetenv("TZ");
  CHECK_FALSE(system::local_zone().empty());
}
