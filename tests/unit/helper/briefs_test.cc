// From the calendar to a brief, to what was hoped for and learned; and the user's days away.
#include "helper/meetings/briefs.h"

#include "helper/json/briefs.h"
#include "tests/unit/helper/circle.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

std::string alone(const std::string& uid, const std::string& when, const std::string& title) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:" + uid +
         "\r\nDTSTAMP:20260101T000000Z\r\n" + when + "SUMMARY:" + title +
         "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

std::vector<MeetingBrief> briefs(TestWorld& test, int hours = usual_brief_hours) {
  const auto found = meeting_briefs(test.world(), *snapshot_of(test), hours);
  REQUIRE(found);
  return *found;
}

Result<std::string> answer(TestWorld& test, const MeetingBrief& brief, Lesson lesson,
                           const std::string& text) {
  return answer_lesson(test.world(), test.undo(), brief.event, brief.start, lesson, text);
}

void plan(TestWorld& test) {
  test.server.put("cal/", "tomorrow.ics", meeting("m1", "20261119T080000Z", "ada@example.org"));
  test.server.put("cal/", "later.ics", meeting("m2", "20261121T080000Z", "bob@example.org"));
  test.server.put(
      "cal/", "evening.ics",
      alone("m3", "DTSTART:20261118T180000Z\r\nDTEND:20261118T200000Z\r\n", "Networking evening"));
  test.server.put("cal/", "dentist.ics",
                  alone("m4", "DTSTART:20261118T150000Z\r\nDTEND:20261118T160000Z\r\n", "Dentist"));
  meet_circle(test);
}

}  // namespace

TEST_CASE("features_075_a_brief_a_day_before_a_meeting_with_somebody_known") {
  TestWorld test;
  plan(test);
  const auto found = briefs(test);
  REQUIRE(found.size() == 2);
  CHECK(found[0].summary == "Networking evening");
  CHECK(found[0].people.empty());
  CHECK(found[0].notes.size() == 1);
  CHECK(found[1].event == Uid("m1"));
  REQUIRE(found[1].people.size() == 1);
  CHECK(found[1].people[0].name == "Ada Example");
  CHECK_FALSE(found[1].people[0].facts.empty());
  CHECK(briefs(test, 72).size() == 3);
  CHECK(json_of(found, Language::en)["meetings"][1]["people"][0]["person"] == "ada");
}

TEST_CASE("features_086_what_you_hope_to_learn_and_what_you_learned") {
  TestWorld test;
  plan(test);
  MeetingBrief brief = briefs(test)[1];
  CHECK_FALSE(answer(test, brief, Lesson::learned, "too early"));
  REQUIRE(answer(test, brief, Lesson::hoped, "how they hire"));
  REQUIRE(answer(test, brief, Lesson::hoped, "how they hire juniors"));
  brief = briefs(test)[1];
  CHECK(brief.hope == "how they hire juniors");
  CHECK(shelf(test).size() == 1);
  const auto snapshot = snapshot_of(test);
  const auto& moments = snapshot->by_uid(Uid("ada"))->moments;
  CHECK(std::count_if(moments.begin(), moments.end(), [](const Moment& one) {
          return one.kind == Moment::Kind::note &&
                 one.text == "To learn (Budget review): how they hire juniors";
        }) == 1);
  test.clock.set("2026-11-19T12:00:00Z");
  brief = briefs(test).front().event == Uid("m1") ? briefs(test)[0] : briefs(test)[1];
  CHECK(brief.is_over);
  const auto undo = answer(test, brief, Lesson::learned, "they pair everybody");
  REQUIRE(undo);
  CHECK(shelf(test).size() == 2);
  REQUIRE(test.undo().apply(test.world(), *undo));
  CHECK(shelf(test).size() == 1);
  REQUIRE(answer(test, brief, Lesson::hoped, " "));
  CHECK(shelf(test).empty());
  brief.start += std::chrono::hours(1);
  CHECK(answer(test, brief, Lesson::hoped, "x").error().kind == ErrorKind::not_found);
}

TEST_CASE("what is learned at an event without anybody known is kept, too") {
  TestWorld test;
  plan(test);
  const MeetingBrief brief = briefs(test)[0];
  REQUIRE(answer(test, brief, Lesson::hoped, "who builds boats"));
  CHECK(briefs(test)[0].hope == "who builds boats");
}

TEST_CASE("vacations and appointments of the calendar make it quiet, and are no contact") {
  TestWorld test;
  test.server.put("cal/", "away.ics",
                  alone("v", "DTSTART;VALUE=DATE:20261123\r\nDTEND;VALUE=DATE:20261128\r\n", "Urlaub"));
  test.server.put("cal/", "birthday.ics",
                  alone("b", "DTSTART;VALUE=DATE:20261120\r\nDTEND;VALUE=DATE:20261121\r\n", "Birthday"));
  test.server.put(
      "cal/", "school.ics",
      alone("s", "TRANSP:TRANSPARENT\r\nDTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261206\r\n",
            "School holidays"));
  test.server.put("cal/", "idea.ics",
                  alone("i", "TRANSP:TRANSPARENT\r\nDTSTART:20261201T090000Z\r\nDTEND:20261201T100000Z\r\n",
                        "Perhaps the gym"));
  plan(test);
  const auto snapshot = snapshot_of(test);
  const suggest::Circle& circle = snapshot->ranking().circle();
  REQUIRE(circle.vacations.size() == 1);
  CHECK(circle.vacations[0].first == parse_day("2026-11-23"));
  CHECK(circle.vacations[0].last == parse_day("2026-11-27"));
  CHECK(circle.busy.size() == 4);
  CHECK_FALSE(snapshot->first_day());
  for (const Coming& one : snapshot->coming()) CHECK(one.event != Uid("b"));
}
