// From cards and meetings to the list, to an answer, and what the next list knows.
#include "core/calendar/feed.h"
#include "helper/index/rebuild.h"
#include "helper/people/records.h"
#include "helper/week/act.h"
#include "helper/week/feed.h"
#include "tests/support/in_english.h"
#include "tests/unit/helper/test_world.h"

using namespace goodturn;
using namespace goodturn::helper;
using goodturn::tests::english;

namespace {

/// Ada is met every two weeks until the middle of September, then silence. The clock says 18 November.
void meet_ada(TestWorld& test) {
  test.server.put("book/", "ada.vcf",
                  card("urn:uuid:ada", "Ada Example", "EMAIL:ada@example.org\r\nCATEGORIES:mentor\r\n"));
  int number = 0;
  for (const char* day : {"0401", "0415", "0429", "0513", "0527", "0610", "0624", "0708", "0722", "0805",
                          "0819", "0902", "0916"})
    test.server.put(
        "cal/", "m" + std::to_string(number++) + ".ics",
        meeting("m" + std::string(day), "2026" + std::string(day) + "T090000Z", "ada@example.org"));
  test.set_up();
  test.sync();
}

Week list(TestWorld& test) {
  auto week = this_week(test.world(), Publish::yes);
  REQUIRE(week);
  return *week;
}

const WeekEntry* open_entry(const Week& week) {
  for (const WeekEntry& entry : week.entries)
    if (entry.open()) return &entry;
  return nullptr;
}

std::shared_ptr<const Snapshot> snapshot(TestWorld& test) {
  auto read = Snapshot::read(test.world());
  REQUIRE(read);
  return *read;
}

std::string with(const std::string& text, const std::string& from, const std::string& to) {
  std::string changed = text;
  const auto at = changed.find(from);
  REQUIRE(at != std::string::npos);
  return changed.replace(at, from.size(), to);
}

/// The open task has this title today and the day after, on the list and in the calendar, while its numbers
/// go with the days.
void require_own_title(TestWorld& test, const std::string& title) {
  const std::string today = open_entry(list(test))->follow_up.why;
  test.clock.pass(std::chrono::hours(24));
  const Week week = list(test);
  REQUIRE(open_entry(week) != nullptr);
  CHECK(english(open_entry(week)->suggestion.title) == title);
  CHECK(open_entry(week)->follow_up.summary == title);
  CHECK(open_entry(week)->follow_up.why != today);
  CHECK(open_entry(week)->follow_up.why.find("64 days") != std::string::npos);
  const auto feed = serve_feed(test.world());
  REQUIRE(feed);
  CHECK(feed->text.find("SUMMARY:" + title) != std::string::npos);
  CHECK(feed->text.find("X-GOODTURN-CONTACTS:urn:uuid:ada") != std::string::npos);
}

}  // namespace

TEST_CASE("a silent strong tie stands on the list with its reason, once") {
  TestWorld test;
  meet_ada(test);
  const Week week = list(test);
  REQUIRE(open_entry(week) != nullptr);
  const WeekEntry& entry = *open_entry(week);
  CHECK(entry.suggestion.person == Uid("urn:uuid:ada"));
  CHECK(entry.suggestion.rule == Rule::keep_in_touch);
  CHECK(entry.suggestion.evidence.days_since == 63);
  CHECK(english(entry.suggestion.why).find("63") != std::string::npos);
  CHECK(list(test).entries.size() == week.entries.size());
  CHECK(week.name == "2026-W47");
}

TEST_CASE("done is a touch and takes the person off the list; undo brings both back") {
  TestWorld test;
  meet_ada(test);
  const Uid id = open_entry(list(test))->suggestion.id;
  const auto before = snapshot(test)->by_uid(Uid("urn:uuid:ada"))->contact.touches.size();
  const auto answered = answer_follow_up(test.world(), test.undo(), id, {});
  REQUIRE(answered);
  CHECK(snapshot(test)->by_uid(Uid("urn:uuid:ada"))->contact.touches.size() == before + 1);
  CHECK(open_entry(list(test)) == nullptr);
  CHECK(list(test).empty_reason);
  CHECK_FALSE(answer_follow_up(test.world(), test.undo(), id, {}));
  REQUIRE(test.undo().apply(test.world(), answered->undo));
  CHECK(snapshot(test)->by_uid(Uid("urn:uuid:ada"))->contact.touches.size() == before);
  REQUIRE(open_entry(list(test)) != nullptr);
  CHECK_FALSE(test.undo().apply(test.world(), answered->undo));
}

TEST_CASE("later snoozes the person until the day") {
  TestWorld test;
  meet_ada(test);
  Answer later;
  later.action = Action::later;
  later.until = parse_day("2026-12-01");
  REQUIRE(answer_follow_up(test.world(), test.undo(), open_entry(list(test))->suggestion.id, later));
  CHECK(snapshot(test)->by_uid(Uid("urn:uuid:ada"))->contact.snoozed_until == parse_day("2026-12-01"));
  CHECK(open_entry(list(test)) == nullptr);
}

TEST_CASE("never is remembered over a rebuild") {
  TestWorld test;
  meet_ada(test);
  Answer never;
  never.action = Action::never;
  REQUIRE(answer_follow_up(test.world(), test.undo(), open_entry(list(test))->suggestion.id, never));
  test.clock.pass(std::chrono::hours(24 * 60));
  CHECK(open_entry(list(test)) == nullptr);
  REQUIRE(rebuild_index(test.world()));
  CHECK(snapshot(test)->by_uid(Uid("urn:uuid:ada"))->contact.do_not_suggest);
  CHECK(open_entry(list(test)) == nullptr);
}

TEST_CASE("a meeting that took place closes the follow-up without a click") {
  TestWorld test;
  meet_ada(test);
  REQUIRE(open_entry(list(test)) != nullptr);
  test.server.put("cal/", "new.ics", meeting("new", "20261119T090000Z", "ada@example.org"));
  test.clock.pass(std::chrono::hours(48));
  test.sync();
  const Week week = list(test);
  CHECK(open_entry(week) == nullptr);
  REQUIRE(week.entries.size() == 1);
  CHECK(week.entries[0].state() == "done");
  CHECK_FALSE(week.entries[0].follow_up.action.has_value());
}

TEST_CASE("a planned meeting silences the reminder") {
  TestWorld test;
  meet_ada(test);
  test.server.put("cal/", "next.ics", meeting("next", "20261125T090000Z", "ada@example.org"));
  test.sync();
  CHECK(open_entry(list(test)) == nullptr);
}

TEST_CASE("rebuilding the index gives the same list") {
  TestWorld test;
  meet_ada(test);
  const Week before = list(test);
  REQUIRE(test.world().index.clear());
  CHECK(snapshot(test)->persons().empty());
  const auto count = rebuild_index(test.world());
  REQUIRE(count);
  CHECK(*count > 13);
  const Week after = list(test);
  REQUIRE(after.entries.size() == before.entries.size());
  for (std::size_t i = 0; i < after.entries.size(); ++i) {
    CHECK(after.entries[i].suggestion.id == before.entries[i].suggestion.id);
    CHECK(after.entries[i].suggestion.why == before.entries[i].suggestion.why);
    CHECK(after.entries[i].suggestion.value == Approx(before.entries[i].suggestion.value).epsilon(1e-12));
  }
}

TEST_CASE("a task ticked in the calendar becomes a touch at the time of the tick") {
  TestWorld test;
  meet_ada(test);
  const auto feed = serve_feed(test.world());
  REQUIRE(feed);
  const std::string ticked = with(feed->text, "STATUS:NEEDS-ACTION",
                                  "STATUS:COMPLETED\r\nCOMPLETED:20261118T083000Z\r\nPERCENT-COMPLETE:100");
  const auto etag = take_feed(test.world(), test.undo(), feed->etag, ticked);
  REQUIRE(etag);
  CHECK(*etag != feed->etag);
  const auto read = snapshot(test);
  const auto& touches = read->by_uid(Uid("urn:uuid:ada"))->contact.touches;
  REQUIRE_FALSE(touches.empty());
  CHECK(to_iso(touches.back().at) == "2026-11-18T08:30:00Z");
  CHECK(open_entry(list(test)) == nullptr);

  SECTION("the same PUT again changes nothing") {
    const auto count = touches.size();
    REQUIRE(take_feed(test.world(), test.undo(), feed->etag, ticked));
    CHECK(snapshot(test)->by_uid(Uid("urn:uuid:ada"))->contact.touches.size() == count);
  }
  SECTION("the tick stays visible in the feed of this week") {
    CHECK(serve_feed(test.world())->text.find("STATUS:COMPLETED") != std::string::npos);
  }
}

TEST_CASE("a moved date snoozes, a deleted task is not now, a new title stays, other edits are dropped") {
  TestWorld test;
  meet_ada(test);
  const auto feed = serve_feed(test.world());
  REQUIRE(feed);
  SECTION("moved") {
    const auto at = feed->text.find("DUE;VALUE=DATE:");
    REQUIRE(at != std::string::npos);
    std::string moved = feed->text;
    moved.replace(at + 15, 8, "20261210");
    REQUIRE(take_feed(test.world(), test.undo(), feed->etag, moved));
    CHECK(snapshot(test)->by_uid(Uid("urn:uuid:ada"))->contact.snoozed_until == parse_day("2026-12-10"));
  }
  SECTION("deleted") {
    const auto from = feed->text.find("BEGIN:VTODO"), to = feed->text.rfind("END:VTODO") + 11;
    std::string empty = feed->text;
    empty.erase(from, to - from);
    REQUIRE(take_feed(test.world(), test.undo(), feed->etag, empty));
    const Week week = list(test);
    REQUIRE(week.entries.size() == 1);
    CHECK(week.entries[0].state() == "not-now");
  }
  SECTION("renamed") {
    const std::string renamed = with(feed->text, "SUMMARY:Call Ada", "SUMMARY:Ask about tides: Ada");
    const auto etag = take_feed(test.world(), test.undo(), feed->etag, renamed);
    REQUIRE(etag);
    require_own_title(test, "Ask about tides: Ada Example");
    // The program puts its view back once more, with nothing new in it.
    REQUIRE(take_feed(test.world(), test.undo(), *etag, renamed));
    CHECK(english(open_entry(list(test))->suggestion.title) == "Ask about tides: Ada Example");
    REQUIRE(take_feed(test.world(), test.undo(), *etag,
                      with(renamed, "STATUS:NEEDS-ACTION", "STATUS:COMPLETED")));
    CHECK(open_entry(list(test)) == nullptr);
  }
  SECTION("other words") {
    const Week before = list(test);
    REQUIRE(take_feed(test.world(), test.undo(), feed->etag,
                      with(feed->text, "DESCRIPTION:", "DESCRIPTION:other ")));
    CHECK(open_entry(list(test))->follow_up.why == open_entry(before)->follow_up.why);
  }
}

TEST_CASE("a title written on the server stays while the numbers of the task are renewed") {
  TestWorld test;
  meet_ada(test);
  list(test);
  auto items = Items::open(test.world());
  REQUIRE(items);
  const auto stored = items->counting(items->follow_ups_first(), open_entry(list(test))->suggestion.id);
  REQUIRE(stored);
  sync::Item item = **stored;
  // As a sync leaves it: the lines that another program wrote, and all of ours beside them.
  item.text = with(item.text, "SUMMARY:Call Ada", "SUMMARY:Ask about tides: Ada");
  REQUIRE(items->put(item));
  require_own_title(test, "Ask about tides: Ada Example");
}

TEST_CASE("a PUT that rests on an unknown version is refused, on an older one merged") {
  TestWorld test;
  meet_ada(test);
  const auto feed = serve_feed(test.world());
  REQUIRE(feed);
  const auto refused = take_feed(test.world(), test.undo(), Etag("\"never served\""), feed->text);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::precondition);
  CHECK_FALSE(take_feed(test.world(), test.undo(), feed->etag, "<html>captive portal</html>"));
  CHECK(open_entry(list(test)) != nullptr);

  test.server.put("book/", "bob.vcf",
                  card("urn:uuid:bob", "Bob Example", "EMAIL:bob@example.org\r\nBDAY:19800119\r\n"));
  test.sync();
  const Uid bob("urn:uuid:bob");
  REQUIRE(log_entry(test.world(), test.undo(), bob,
                    {RecordKind::promised, {}, {}, {}, "send the paper", {}, 1, parse_day("2026-11-19")}));
  const auto newer = serve_feed(test.world());
  REQUIRE(newer);
  REQUIRE(newer->etag != feed->etag);
  REQUIRE(newer->text.find("Bob Example") != std::string::npos);
  // The calendar still shows the older list, without Bob: that is no deletion of Bob's task.
  const std::string ticked = with(feed->text, "STATUS:NEEDS-ACTION", "STATUS:COMPLETED");
  REQUIRE(take_feed(test.world(), test.undo(), feed->etag, ticked));
  const Week week = list(test);
  REQUIRE(open_entry(week) != nullptr);
  CHECK(open_entry(week)->suggestion.person == bob);
}

TEST_CASE("a promise that was kept settles its record") {
  TestWorld test;
  meet_ada(test);
  const auto logged =
      log_entry(test.world(), test.undo(), Uid("urn:uuid:ada"),
                {RecordKind::promised, {}, {}, {}, "send the paper", {}, 1, parse_day("2026-11-19")});
  REQUIRE(logged);
  const Week week = list(test);
  const WeekEntry* promised = nullptr;
  for (const WeekEntry& entry : week.entries)
    if (entry.open() && entry.suggestion.rule == Rule::promised) promised = &entry;
  REQUIRE(promised != nullptr);
  CHECK(promised->follow_up.record == logged->record);
  CHECK(english(promised->suggestion.idea) ==
        "What you promised: “send the paper”. Keep it, or agree on another day.");
  REQUIRE(answer_follow_up(test.world(), test.undo(), promised->suggestion.id, {}));
  const auto answered = snapshot(test);
  const auto& obligations = answered->by_uid(Uid("urn:uuid:ada"))->contact.obligations;
  REQUIRE(obligations.size() == 1);
  CHECK(obligations[0].settled == parse_day("2026-11-18"));
}

TEST_CASE("an empty list explains itself") {
  TestWorld test;
  CHECK(english(*list(test).empty_reason).find("No account") != std::string::npos);
  test.set_up();
  CHECK(english(*list(test).empty_reason).find("No contacts") != std::string::npos);
  test.server.put("book/", "ada.vcf", card("urn:uuid:ada", "Ada Example"));
  test.sync();
  CHECK(english(*list(test).empty_reason).find("No meetings") != std::string::npos);
}

TEST_CASE(
    "a budget that is lowered within the week holds at once, and raised again it brings everything back") {
  TestWorld test;
  meet_ada(test);
  const Week before = list(test);
  REQUIRE(open_entry(before) != nullptr);
  REQUIRE(set_weekly_budget(test.world(), 0));
  CHECK(list(test).entries.empty());
  CHECK(english(*list(test).empty_reason) == "Your weekly budget is 0, so nothing is suggested.");
  CHECK(serve_feed(test.world())->text.find("VTODO") == std::string::npos);
  REQUIRE(set_weekly_budget(test.world(), 5));
  REQUIRE(list(test).entries.size() == before.entries.size());
  CHECK(open_entry(list(test))->suggestion.id == open_entry(before)->suggestion.id);
}

TEST_CASE("a budget of none is respected") {
  TestWorld test;
  meet_ada(test);
  REQUIRE(set_weekly_budget(test.world(), 0));
  CHECK(open_entry(list(test)) == nullptr);
  CHECK(english(*list(test).empty_reason).find("budget") != std::string::npos);
  CHECK_FALSE(set_weekly_budget(test.world(), 21));
}
