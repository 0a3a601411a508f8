// A budget that changes within the week: what leaves the follow-ups list and what stays.
#include "helper/week/fitting.h"

#include "core/calendar/follow_up.h"
#include "helper/people/records.h"
#include "helper/week/act.h"
#include "helper/week/feed.h"
#include "tests/unit/helper/test_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

/// Four people of four houses, met every two weeks until September; the clock says 18 November 2026.
void meet_four(TestWorld& test) {
  int number = 0;
  for (const char* who : {"ada", "bob", "cy", "dan"}) {
    const std::string address = std::string(who) + "@" + who + ".example.org";
    test.server.put("book/", std::string(who) + ".vcf",
                    card(who, std::string(who) + " Example", "EMAIL:" + address + "\r\n"));
    for (const char* day : {"0401", "0415", "0429", "0513", "0527", "0610", "0624", "0708", "0722", "0805",
                            "0819", "0902", "0916"}) {
      const std::string name = "m" + std::to_string(number++);
      test.server.put("cal/", name + ".ics", meeting(name, "2026" + std::string(day) + "T090000Z", address));
    }
  }
  test.set_up();
  test.sync();
}

std::vector<WeekEntry> open_entries(TestWorld& test) {
  auto week = this_week(test.world(), Publish::yes);
  REQUIRE(week);
  std::erase_if(week->entries, [](const WeekEntry& entry) { return !entry.open(); });
  return week->entries;
}

/// The stored tasks by their STATUS.
std::size_t stored(TestWorld& test, const std::string& status) {
  auto items = Items::open(test.world());
  REQUIRE(items);
  std::size_t count = 0;
  REQUIRE(test.world().store.each_item(items->follow_ups().id, [&](const sync::Item& item) -> Result<void> {
    if (item.text.find("STATUS:" + status) != std::string::npos) ++count;
    return {};
  }));
  return count;
}

void rewrite(TestWorld& test, const Uid& uid, const std::string& from, const std::string& to) {
  auto items = Items::open(test.world());
  REQUIRE(items);
  const auto item = items->find(items->follow_ups(), uid);
  REQUIRE((item && *item));
  std::string text = (*item)->text;
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  REQUIRE(test.world().store.transact([&] { return items->put_record(items->follow_ups(), uid, text); }));
}

}  // namespace

TEST_CASE("a lower budget withdraws tasks that nobody touched, and a higher one brings them back") {
  TestWorld test;
  meet_four(test);
  const auto before = open_entries(test);
  REQUIRE(before.size() >= 3);
  REQUIRE(set_weekly_budget(test.world(), 1));
  const auto one = open_entries(test);
  REQUIRE(one.size() == 1);
  CHECK(one[0].suggestion.id == before[0].suggestion.id);
  CHECK(stored(test, "NEEDS-ACTION") == 1);
  CHECK(stored(test, "CANCELLED") == before.size() - 1);
  CHECK(open_entries(test).size() == 1);
  REQUIRE(set_weekly_budget(test.world(), 5));
  const auto again = open_entries(test);
  REQUIRE(again.size() == before.size());
  for (std::size_t i = 0; i < before.size(); ++i) CHECK(again[i].suggestion.id == before[i].suggestion.id);
  CHECK(stored(test, "CANCELLED") == 0);
}

TEST_CASE("a task that the user wrote into stays in the calendar") {
  TestWorld test;
  meet_four(test);
  const auto before = open_entries(test);
  REQUIRE(before.size() >= 3);
  SECTION("a line of its own") {
    rewrite(test, before.back().suggestion.id, "CLASS:PRIVATE", "CLASS:PRIVATE\r\nCOMMENT:ask about Oslo");
  }
  SECTION("other words") { rewrite(test, before.back().suggestion.id, "SUMMARY:", "SUMMARY:Lunch! "); }
  SECTION("an alarm") {
    rewrite(test, before.back().suggestion.id, "END:VTODO",
            "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H\r\nEND:VALARM\r\nEND:VTODO");
  }
  REQUIRE(set_weekly_budget(test.world(), 0));
  CHECK(open_entries(test).empty());
  CHECK(stored(test, "NEEDS-ACTION") == 1);
  CHECK(stored(test, "CANCELLED") == before.size() - 1);
}

TEST_CASE("what is answered counts, and what no longer stands is not brought back") {
  TestWorld test;
  meet_four(test);
  const auto before = open_entries(test);
  REQUIRE(before.size() >= 3);
  REQUIRE(answer_follow_up(test.world(), test.undo(), before[0].suggestion.id, {}));
  REQUIRE(set_weekly_budget(test.world(), 2));
  CHECK(open_entries(test).size() == 1);
  REQUIRE(set_weekly_budget(test.world(), 0));
  CHECK(open_entries(test).empty());
  const Uid gone = before[1].suggestion.person;
  REQUIRE(
      edit_profile_of(test.world(), gone, [](calendar::Profile& profile) { profile.do_not_suggest = true; }));
  REQUIRE(set_weekly_budget(test.world(), 5));
  for (const WeekEntry& entry : open_entries(test)) CHECK(entry.suggestion.person != gone);
  CHECK(open_entries(test).size() == before.size() - 2);
}
