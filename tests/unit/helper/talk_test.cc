// What is known of the last talks with a person.
#include "helper/people/records.h"
#include "tests/unit/helper/circle.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

void log(TestWorld& test, Channel channel, const std::string& at, const std::string& text,
         std::optional<int> depth = std::nullopt) {
  LogEntry entry;
  entry.channel = channel;
  entry.at = parse_instant(at);
  entry.text = text;
  entry.depth = depth;
  REQUIRE(log_entry(test.world(), test.undo(), Uid("ada"), entry));
}

}  // namespace

TEST_CASE("a mail after a talk does not hide what the talk was about") {
  TestWorld test;
  meet_circle(test);
  log(test, Channel::call, "2026-10-01T10:00:00Z", "the harbour");
  log(test, Channel::meeting, "2026-11-02T10:00:00Z", "the budget");
  log(test, Channel::mail, "2026-11-09T10:00:00Z", "");
  const auto snapshot = snapshot_of(test);
  const suggest::Contact& ada = snapshot->by_uid(Uid("ada"))->contact;
  REQUIRE(ada.last_talk);
  CHECK(ada.last_talk->day == parse_day("2026-11-09"));
  CHECK(ada.last_talk->about.empty());
  REQUIRE(ada.last_topic);
  CHECK(ada.last_topic->day == parse_day("2026-11-02"));
  CHECK(ada.last_topic->about == "the budget");
  CHECK(ada.last_topic->channel == Channel::meeting);
}

TEST_CASE("the depth of a tie is one figure: that of its touches, or what the user noted") {
  TestWorld test;
  meet_circle(test);
  const auto depth = [&] {
    const auto snapshot = snapshot_of(test);
    return snapshot->standing(*snapshot->by_uid(Uid("ada"))).depth;
  };
  CHECK(depth() == 0);
  log(test, Channel::mail, "2026-11-02T10:00:00Z", "");
  CHECK(depth() == 1);
  log(test, Channel::mail, "2026-11-03T10:00:00Z", "", 3);
  CHECK(depth() == 3);
  test.clock.set("2027-11-05T10:00:00Z");
  CHECK(depth() == 0);
}
