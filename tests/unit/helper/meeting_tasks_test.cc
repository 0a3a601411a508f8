// The brief before a meeting and the question after it, as tasks of the Follow-ups collection and its feed.
#include "core/calendar/meeting_task.h"
#include "helper/json/briefs.h"
#include "helper/people/own_language.h"
#include "helper/people/profile.h"
#include "helper/people/records.h"
#include "helper/week/feed.h"
#include "tests/unit/helper/circle.h"

using namespace goodturn;
using namespace goodturn::helper;
using calendar::MeetingMoment;
using calendar::MeetingTask;

namespace {

/// A meeting with Ada on Thursday at 9:00 local time; it is Wednesday.
void plan(TestWorld& test, const std::string& start = "20261119T080000Z") {
  test.server.put("cal/", "m1.ics", meeting("m1", start, "ada@example.org"));
  meet_circle(test);
}

std::vector<MeetingTask> tasks(TestWorld& test) {
  REQUIRE(this_week(test.world(), Publish::yes));
  std::vector<MeetingTask> found;
  for (const auto& [place, text] : shelf(test))
    if (auto task = calendar::read_meeting_task(text::Document::parse(text)))
      found.push_back(std::move(*task));
  return found;
}

std::string feed_text(TestWorld& test) {
  const auto feed = serve_feed(test.world());
  REQUIRE(feed);
  return feed->text;
}

/// Puts the feed back with one change in the question.
void put_back(TestWorld& test, const std::string& from, const std::string& to) {
  const auto feed = serve_feed(test.world());
  REQUIRE(feed);
  std::string text = feed->text;
  const auto at = text.find(from, text.find("UID:goodturn-question-"));
  REQUIRE(at != std::string::npos);
  REQUIRE(take_feed(test.world(), test.undo(), feed->etag, text.replace(at, from.size(), to)));
}

/// The question after the meeting, alone in the list.
void ask(TestWorld& test) {
  plan(test);
  test.clock.set("2026-11-19T09:30:00Z");
  REQUIRE(tasks(test).size() == 1);
}

std::vector<std::string> notes_of(TestWorld& test, const std::string& person) {
  std::vector<std::string> notes;
  const auto snapshot = snapshot_of(test);
  for (const Moment& one : snapshot->by_uid(Uid(person))->moments)
    if (one.kind == Moment::Kind::note) notes.push_back(one.text);
  return notes;
}

}  // namespace

TEST_CASE("features_075_the_brief_stands_in_the_calendar_shortly_before_the_meeting") {
  TestWorld test;
  plan(test);
  test.clock.set("2026-11-18T07:00:00Z");
  CHECK(tasks(test).empty());
  test.clock.set("2026-11-18T09:00:00Z");
  const auto found = tasks(test);
  REQUIRE(found.size() == 1);
  CHECK(found[0].uid ==
        calendar::meeting_task_uid(MeetingMoment::before, Uid("m1"), *parse_instant("2026-11-19T08:00:00Z")));
  CHECK(found[0].due == parse_instant("2026-11-19T07:00:00Z"));
  CHECK(found[0].people == std::vector<Uid>{Uid("ada")});
  CHECK(found[0].summary == "Before “Budget review” with Ada Example");
  CHECK(holds(found[0].text, "- Works at Example Ltd."));
  CHECK(tasks(test) == found);
  CHECK(holds(feed_text(test), "UID:" + found[0].uid.value));
  CHECK(this_week(test.world(), Publish::yes)->entries.empty());
}

TEST_CASE("features_086_the_question_after_the_meeting_is_answered_in_the_calendar") {
  TestWorld test;
  ask(test);
  const MeetingTask question = tasks(test)[0];
  CHECK(question.moment == MeetingMoment::after);
  CHECK(question.summary == "How was it with Ada Example?");
  CHECK(question.due == Instant(*parse_day("2026-11-19")));
  put_back(test, "DESCRIPTION:It was about", "DESCRIPTION:They pair everybody.\\nIt was about");
  REQUIRE(tasks(test).size() == 1);
  CHECK(tasks(test)[0].action == Action::done);
  CHECK(tasks(test)[0].completed);
  CHECK(notes_of(test, "ada") == std::vector<std::string>{"Learned (Budget review): They pair everybody."});
  CHECK(holds(feed_text(test), "STATUS:COMPLETED"));
  test.clock.set("2026-11-27T09:00:00Z");
  CHECK(tasks(test).empty());
  CHECK(notes_of(test, "ada").size() == 1);
}

TEST_CASE("a tick alone answers the question and notes nothing") {
  TestWorld test;
  ask(test);
  const auto touches = snapshot_of(test)->by_uid(Uid("ada"))->contact.touches.size();
  put_back(test, "STATUS:NEEDS-ACTION", "STATUS:COMPLETED\r\nCOMPLETED:20261119T100000Z");
  CHECK(tasks(test)[0].action == Action::done);
  CHECK(tasks(test)[0].completed_at == parse_instant("2026-11-19T10:00:00Z"));
  CHECK(notes_of(test, "ada").empty());
  CHECK(snapshot_of(test)->by_uid(Uid("ada"))->contact.touches.size() == touches);
}

TEST_CASE("what is hoped for is written into the brief, and kept") {
  TestWorld test;
  plan(test);
  const std::string line = "Write it below this line.";
  REQUIRE(holds(tasks(test)[0].text, line));
  const auto feed = serve_feed(test.world());
  REQUIRE(feed);
  MeetingTask edited = tasks(test)[0];
  edited.text += "\nhow they hire";
  const std::string put = calendar::write_meeting_task(edited, test.clock.now());
  REQUIRE(take_feed(test.world(), test.undo(), feed->etag, put));
  CHECK(notes_of(test, "ada") == std::vector<std::string>{"To learn (Budget review): how they hire"});
  const MeetingTask after = tasks(test)[0];
  CHECK(after.text.ends_with(line + "\nhow they hire"));
  CHECK(calendar::added_words(after).empty());
  CHECK_FALSE(after.action);
  test.clock.set("2026-11-19T09:30:00Z");
  CHECK(holds(tasks(test)[0].text, "You hoped to learn: how they hire"));
}

TEST_CASE("a task that was deleted stays away") {
  TestWorld test;
  ask(test);
  const std::string uid = tasks(test)[0].uid.value;
  put_back(test, "UID:" + uid, "UID:something-else");
  CHECK(tasks(test)[0].action == Action::not_now);
  CHECK_FALSE(holds(feed_text(test), uid));
  CHECK(notes_of(test, "ada").empty());
}

TEST_CASE("a question that nobody answered goes away after a week") {
  TestWorld test;
  ask(test);
  test.clock.set("2026-11-26T08:00:00Z");
  CHECK(tasks(test).size() == 1);
  test.clock.set("2026-11-26T09:30:00Z");
  CHECK(tasks(test).empty());
}

TEST_CASE("an answer given elsewhere ticks the question, or keeps it from being asked") {
  TestWorld test;
  ask(test);
  const Instant start = *parse_instant("2026-11-19T08:00:00Z");
  const auto answer = [&](const char* text) {
    return answer_lesson(test.world(), test.undo(), Uid("m1"), start, Lesson::learned, text);
  };
  REQUIRE(answer("much"));
  CHECK(tasks(test)[0].completed);
  TestWorld other;
  plan(other);
  other.clock.set("2026-11-19T09:30:00Z");
  REQUIRE(answer_lesson(other.world(), other.undo(), Uid("m1"), start, Lesson::learned, "much"));
  CHECK(tasks(other).empty());
}

TEST_CASE("a meeting that is cancelled or moved loses its tasks") {
  TestWorld test;
  plan(test);
  const Uid uid = tasks(test).at(0).uid;
  test.server.put("cal/", "m1.ics", meeting("m1", "20261119T083000Z", "ada@example.org"));
  test.sync();
  REQUIRE(tasks(test).size() == 1);
  CHECK(tasks(test)[0].uid != uid);
  test.server.put("cal/", "m1.ics",
                  meeting("m1", "20261119T083000Z", "ada@example.org", "STATUS:CANCELLED\r\n"));
  test.sync();
  CHECK(tasks(test).empty());
}

TEST_CASE("quiet hours: the brief stands before or after them, the question waits") {
  TestWorld early;
  plan(early, "20261119T070000Z");  // 8:00, when the quiet hours end
  CHECK(tasks(early).at(0).due == parse_instant("2026-11-18T18:45:00Z"));
  TestWorld soon;
  plan(soon, "20261119T073000Z");  // 8:30
  CHECK(tasks(soon).at(0).due == parse_instant("2026-11-19T07:00:00Z"));
  TestWorld late;
  plan(late, "20261118T183000Z");  // until 20:30
  late.clock.set("2026-11-18T21:00:00Z");
  CHECK(tasks(late).empty());
  late.clock.set("2026-11-19T07:00:00Z");
  CHECK(tasks(late).at(0).due == Instant(*parse_day("2026-11-19")));
}

TEST_CASE("nobody who is not to be suggested, nothing when it is turned off") {
  TestWorld test;
  plan(test);
  REQUIRE(tasks(test).size() == 1);
  const auto turn = [&](bool off) {
    const auto edit = [&](calendar::Profile& profile) { profile.do_not_suggest = off; };
    REQUIRE(edit_profile_of(test.world(), Uid("ada"), edit));
  };
  turn(true);
  CHECK(tasks(test).empty());
  turn(false);
  CHECK(tasks(test).size() == 1);
  REQUIRE(edit_own_profile(test.world(), test.undo(), {{"without_meeting_tasks", true}}));
  CHECK(tasks(test).empty());
}

TEST_CASE("of a series only the next and the last meeting have a task") {
  TestWorld test;
  test.server.put("cal/", "daily.ics",
                  meeting("m1", "20261116T090000Z", "ada@example.org", "RRULE:FREQ=DAILY;COUNT=10\r\n"));
  meet_circle(test);
  test.clock.set("2026-11-18T11:00:00Z");
  const auto found = tasks(test);
  REQUIRE(found.size() == 2);
  for (const MeetingTask& one : found)
    CHECK(to_iso(one.start) ==
          (one.moment == MeetingMoment::before ? "2026-11-19T09:00:00Z" : "2026-11-18T09:00:00Z"));
}

TEST_CASE("the tasks and the notes speak the user's language, and follow it") {
  TestWorld test;
  plan(test);
  REQUIRE(tasks(test).at(0).summary == "Before “Budget review” with Ada Example");
  REQUIRE(note_language(test.world(), "de_DE.UTF-8"));
  const MeetingTask brief = tasks(test).at(0);
  CHECK(brief.summary == "Vor „Budget review“ mit Ada Example");
  CHECK(holds(brief.text, "- Arbeitet bei Example Ltd."));
  for (const char* english : {"Ask:", "Give:", "What ", "Works", "You "})
    CHECK_FALSE(holds(brief.text, english));
  REQUIRE(note_language(test.world(), "C.UTF-8"));
  CHECK(tasks(test).at(0) == brief);
  const Instant start = *parse_instant("2026-11-19T08:00:00Z");
  const auto hope = [&](const char* text) {
    REQUIRE(answer_lesson(test.world(), test.undo(), Uid("m1"), start, Lesson::hoped, text));
  };
  hope("wie sie einstellen: ganz genau");
  CHECK(notes_of(test, "ada") ==
        std::vector<std::string>{"Zu lernen (Budget review): wie sie einstellen: ganz genau"});
  REQUIRE(note_language(test.world(), "en_GB"));
  const auto briefs = meeting_briefs(test.world(), *snapshot_of(test), usual_brief_hours);
  REQUIRE(briefs);
  CHECK(briefs->at(0).hope == "wie sie einstellen: ganz genau");
  CHECK(json_of(*briefs, Language::de)["meetings"][0]["people"][0]["offer"] ==
        "Nichts Bestimmtes ist vermerkt; auch Aufmerksamkeit ist ein Geschenk.");
}
