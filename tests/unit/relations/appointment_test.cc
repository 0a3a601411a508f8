// Events of the user alone.
#include "core/relations/appointment.h"

#include <catch2/catch.hpp>

using namespace goodturn;
using namespace goodturn::relations;

namespace {

constexpr std::chrono::hours hour{1};
const Instant now = parse_instant("2026-11-18T09:00:00Z").value();
/// Two hours east of UTC.
Day local(Instant at) { return std::chrono::floor<std::chrono::days>(at + 2 * hour); }

Meeting event(const char* start, const char* end, const char* summary) {
  const Instant from = parse_instant(start).value();
  return {Uid("e"), from, parse_instant(end).value(), local(from), summary, {}};
}

}  // namespace

TEST_CASE("appointments are events around now that name nobody else") {
  std::vector<calendar::Event> events(3);
  events[0].summary = "Dentist";
  events[0].is_private = true;
  events[0].is_free = true;
  events[1].status = calendar::EventStatus::cancelled;
  events[2].attendees = {{"ada@example.org", "Ada", {}, true}};
  const auto at = [](int day) { return now + std::chrono::days(day); };
  const std::vector<calendar::Occurrence> occurrences = {
      {0, at(1), at(1) + hour},   {0, at(-1), at(-1) + hour}, {0, at(-3), at(-3) + hour},
      {0, at(61), at(61) + hour}, {1, at(1), at(1) + hour},   {2, at(1), at(1) + hour},
      {9, at(1), at(1)}};
  const auto found = appointments_of(events, occurrences, local, now);
  REQUIRE(found.size() == 2);
  CHECK(found[0].start == at(1));
  CHECK(found[0].addresses.empty());
  CHECK(found[0].summary.empty());
  CHECK(found[0].is_free);
  CHECK(found[1].start == at(-1));
}

TEST_CASE("whole days away: two in a row, or one that says so") {
  const auto away = [](const Meeting& one) { return absence_of(one, local); };
  const auto long_one = away(event("2026-11-19T22:00:00Z", "2026-11-22T22:00:00Z", "Conference"));
  REQUIRE(long_one);
  CHECK(*long_one == Absence{*parse_day("2026-11-20"), *parse_day("2026-11-22")});
  CHECK_FALSE(away(event("2026-11-19T22:00:00Z", "2026-11-20T22:00:00Z", "Ada's birthday")));
  CHECK(away(event("2026-11-19T22:00:00Z", "2026-11-20T22:00:00Z", "Urlaub")));
  CHECK(away(event("2026-11-19T22:00:00Z", "2026-11-20T22:00:00Z", "On annual leave")));
  CHECK_FALSE(away(event("2026-11-20T08:00:00Z", "2026-11-22T09:00:00Z", "Vacation plans")));
  Meeting with_others = event("2026-11-19T22:00:00Z", "2026-11-22T22:00:00Z", "Vacation");
  with_others.addresses = {"ada@example.org"};
  CHECK_FALSE(away(with_others));
  CHECK_FALSE(away(event("2026-11-19T22:00:00Z", "2026-11-19T22:00:00Z", "Vacation")));
  Meeting shared_calendar = event("2026-11-19T22:00:00Z", "2026-11-22T22:00:00Z", "Carnival holiday");
  CHECK(away(shared_calendar));
  shared_calendar.is_free = true;
  CHECK_FALSE(away(shared_calendar));
}
