// The language of the list, of its tasks in the calendar, and of an answer.
#include "helper/people/own_language.h"

#include "helper/json/json.h"
#include "helper/week/feed.h"
#include "tests/support/in_english.h"
#include "tests/unit/helper/circle.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

/// Ada is met every two weeks until the middle of September, then silence. The clock says 18 November.
void meet_ada(TestWorld& test) {
  test.server.put("book/", "ada.vcf",
                  card("ada", "Ada Example", "EMAIL:ada@example.org\r\nCATEGORIES:mentor\r\n"));
  int number = 0;
  for (const char* day : {"0401", "0415", "0429", "0513", "0527", "0610", "0624", "0708", "0722", "0805",
                          "0819", "0902", "0916"})
    test.server.put(
        "cal/", "m" + std::to_string(number++) + ".ics",
        meeting(std::string("m") + day, std::string("2026") + day + "T090000Z", "ada@example.org"));
  test.set_up();
  test.sync();
}

calendar::FollowUp only_task(TestWorld& test) {
  const auto week = this_week(test.world(), Publish::yes);
  REQUIRE(week);
  REQUIRE(week->entries.size() == 1);
  return week->entries[0].follow_up;
}

std::string feed_text(TestWorld& test) {
  const auto feed = serve_feed(test.world());
  REQUIRE(feed);
  return feed->text;
}

}  // namespace

TEST_CASE("the user's language rules the calendar; without one it is that of the desktop") {
  TestWorld test;
  meet_ada(test);
  REQUIRE(note_language(test.world(), "en_GB.UTF-8"));
  CHECK(only_task(test).summary == "Call Ada Example");
  CHECK(feed_text(test).find("X-WR-CALNAME:Follow-ups") != std::string::npos);
  REQUIRE(choose_language(test.world(), Language::de));
  CHECK(only_task(test).summary == "Ada Example anrufen");
  CHECK(only_task(test).why.starts_with("Zuletzt getroffen am 16. September, vor 63 Tagen. "));
  CHECK(feed_text(test).find("SUMMARY:Ada Example anrufen") != std::string::npos);
  CHECK(feed_text(test).find("X-WR-CALNAME:Vorschläge") != std::string::npos);
  // A program that is started in another language does not turn the calendar back.
  REQUIRE(note_language(test.world(), "en_GB.UTF-8"));
  CHECK(only_task(test).summary == "Ada Example anrufen");
  REQUIRE(choose_language(test.world(), std::nullopt));
  CHECK(only_task(test).summary == "Call Ada Example");
}

TEST_CASE("a task in the other language is no task that somebody wrote into") {
  TestWorld test;
  meet_ada(test);
  CHECK(only_task(test).summary == "Call Ada Example");
  REQUIRE(choose_language(test.world(), Language::de));
  REQUIRE(set_weekly_budget(test.world(), 0));
  const auto week = this_week(test.world(), Publish::yes);
  REQUIRE(week);
  CHECK(week->entries.empty());
  CHECK(tests::english(*week->empty_reason) == "Your weekly budget is 0, so nothing is suggested.");
}

TEST_CASE("one list is told to each reader in their language") {
  TestWorld test;
  meet_ada(test);
  const auto week = this_week(test.world(), Publish::yes);
  REQUIRE(week);
  const Json english = json_of(*week, Language::en)["suggestions"][0],
             german = json_of(*week, Language::de)["suggestions"][0];
  CHECK(english["title"] == "Call Ada Example");
  CHECK(german["title"] == "Ada Example anrufen");
  CHECK(german["factors"][2]["meaning"] ==
        "Wie ungewöhnlich diese Pause zwischen Ihnen ist, von 0 bis 1. Jeder Kontakt beendet sie.");
  for (const char* field : {"why", "idea"}) CHECK(english[field] != german[field]);
  CHECK(english["evidence"] == german["evidence"]);
}
