// Two profiles of one person.
#include "core/calendar/joined_profile.h"

#include <catch2/catch.hpp>

#include "tests/unit/calendar/journal_samples.h"

using namespace goodturn;
using namespace goodturn::calendar;
using namespace goodturn::calendar::samples;

TEST_CASE("an empty profile takes over every field of the other, but not whose it is") {
  Profile joined;
  join_profile(joined, Form<Profile>::full());
  Profile expected = Form<Profile>::full();
  expected.uid = Uid();
  expected.person = {};
  CHECK(joined == expected);
  Profile full = Form<Profile>::full();
  join_profile(full, Profile{});
  CHECK(full == Form<Profile>::full());
  join_profile(full, Form<Profile>::full());
  CHECK(full == Form<Profile>::full());
}

TEST_CASE("restraint wins, lists are joined, the first of two single values stays") {
  Profile a, b;
  a.cadence_days = 14;
  a.offers = {"sailing"};
  a.snoozed_until = parse_day("2026-12-01");
  a.put_off = {*parse_day("2026-10-01")};
  a.ratings.fun = 2;
  b.do_not_suggest = true;
  b.cadence_days = 42;
  b.offers = {"rowing", "sailing"};
  b.snoozed_until = parse_day("2026-12-24");
  b.revived = b.until_they_write = parse_day("2026-11-02");
  b.put_off = {*parse_day("2026-10-01"), *parse_day("2026-11-01")};
  b.is_deceased = true;
  b.ratings.fun = 1;
  b.ratings.access = 1;
  join_profile(a, b);
  CHECK(a.do_not_suggest);
  CHECK(a.cadence_days == 14);
  CHECK(a.offers == std::vector<std::string>{"sailing", "rowing"});
  CHECK(a.snoozed_until == parse_day("2026-12-24"));
  CHECK(a.revived == parse_day("2026-11-02"));
  CHECK(a.until_they_write == parse_day("2026-11-02"));
  CHECK(a.put_off.size() == 2);
  CHECK(a.is_deceased);
  CHECK(a.ratings.fun == 2);
  CHECK(a.ratings.access == 1);
}
