// The newer rules through their whole cycle: from journals to a task, an answer, and what is kept of it.
#include <set>
#include <tuple>

#include "core/calendar/feed.h"
#include "helper/items/journal.h"
#include "helper/journals/draft.h"
#include "helper/journals/keeping.h"
#include "helper/journals/kinds.h"
#include "helper/people/records.h"
#include "helper/week/act.h"
#include "helper/week/feed.h"
#include "tests/support/in_english.h"
#include "tests/unit/helper/test_world.h"

using namespace goodturn;
using namespace goodturn::helper;
using goodturn::tests::english;

namespace {

const Uid ada("urn:uuid:ada"), bob("urn:uuid:bob");

/// Ada and Bob, met every two weeks until early November; the clock says 18 November 2026.
void meet_two(TestWorld& test) {
  test.server.put("book/", "ada.vcf", card(ada.value, "Ada Example", "EMAIL:ada@example.org\r\n"));
  test.server.put("book/", "bob.vcf", card(bob.value, "Bob Example", "EMAIL:bob@example.org\r\n"));
  int number = 0;
  for (const char* day : {"0819", "0902", "0916", "0930", "1014", "1028", "1111"})
    for (const char* who : {"ada", "bob"}) {
      const std::string at = "2026" + std::string(day) + (who[0] == 'a' ? "T090000Z" : "T110000Z");
      const std::string name = "m" + std::to_string(number++);
      test.server.put("cal/", name + ".ics", meeting(name, at, std::string(who) + "@example.org"));
    }
  test.set_up();
  test.sync();
}

void know(TestWorld& test, const Uid& person, const ProfileEdit& edit) {
  REQUIRE(edit_profile_of(test.world(), person, edit));
}

template <class Item>
void write(TestWorld& test, const Uid& uid, const Item& item) {
  auto items = Items::open(test.world());
  REQUIRE(items);
  Before before;
  REQUIRE(
      test.world().store.transact([&] { return write_journal(test.world(), *items, uid, item, before); }));
}

void offer(TestWorld& test, const std::string& what) {
  calendar::OwnProfile own;
  own.offers = {what};
  write(test, calendar::own_profile_uid(), own);
}

Week list(TestWorld& test) {
  auto week = this_week(test.world(), Publish::yes);
  REQUIRE(week);
  return *week;
}

std::optional<WeekEntry> entry_for(TestWorld& test, Rule rule) {
  for (const WeekEntry& entry : list(test).entries)
    if (entry.open() && entry.suggestion.rule == rule) return entry;
  return std::nullopt;
}

std::shared_ptr<const Snapshot> snapshot(TestWorld& test) {
  auto read = Snapshot::read(test.world());
  REQUIRE(read);
  return *read;
}

Answered answer(TestWorld& test, const WeekEntry& entry, const Answer& how = {}) {
  const auto answered = answer_follow_up(test.world(), test.undo(), entry.suggestion.id, how);
  REQUIRE(answered);
  return *answered;
}

void meet_needs(TestWorld& test) {
  meet_two(test);
  know(test, ada, [](calendar::Profile& profile) { profile.needs = {"Rust speaker"}; });
  know(test, bob, [](calendar::Profile& profile) { profile.offers = {"Rust speaker"}; });
}

}  // namespace

TEST_CASE("a gift that fits is a task; ticking it notes the gift, undo takes it back") {
  TestWorld test;
  meet_two(test);
  know(test, ada, [](calendar::Profile& profile) { profile.needs = {"Rust"}; });
  offer(test, "Rust");
  const auto entry = entry_for(test, Rule::give_match);
  REQUIRE(entry);
  CHECK(entry->suggestion.person == ada);
  const auto feed = serve_feed(test.world());
  REQUIRE(feed);
  CHECK(feed->text.find("X-GOODTURN-RULE:give-match") != std::string::npos);
  CHECK(feed->text.find("ATTENDEE") == std::string::npos);
  const Answered answered = answer(test, *entry);
  const auto after = snapshot(test);
  REQUIRE(after->by_uid(ada)->ledger.size() == 1);
  CHECK(after->by_uid(ada)->ledger[0].kind == GiveKind::help);
  CHECK(after->by_uid(ada)->ledger[0].side == relations::LedgerSide::gave);
  for (const Moment& one : after->by_uid(ada)->moments)
    if (one.kind == Moment::Kind::gave) CHECK(one.text == "Rust");
  CHECK_FALSE(after->by_uid(ada)->contact.last_talk->about == "Offer Ada Example your help");
  CHECK_FALSE(entry_for(test, Rule::give_match));
  REQUIRE(test.undo().apply(test.world(), answered.undo));
  CHECK(snapshot(test)->by_uid(ada)->ledger.empty());
}

TEST_CASE("features_016_sharing_adds_a_ledger_entry_unasked") {
  TestWorld test;
  meet_two(test);
  know(test, ada, [](calendar::Profile& profile) { profile.interests = {"compilers"}; });
  LogEntry shared;
  shared.kind = RecordKind::gave;
  shared.give_kind = GiveKind::information;
  shared.text = "A piece on compilers";
  REQUIRE(log_entry(test.world(), test.undo(), bob, shared));
  const auto entry = entry_for(test, Rule::give_match);
  REQUIRE(entry);
  CHECK(entry->suggestion.person == ada);
  answer(test, *entry);
  const auto after = snapshot(test);
  REQUIRE(after->by_uid(ada)->ledger.size() == 1);
  CHECK(after->by_uid(ada)->ledger[0].kind == GiveKind::information);
  CHECK_FALSE(after->by_uid(ada)->ledger[0].asked);
}

TEST_CASE("a ticked task of the calendar notes the gift, too") {
  TestWorld test;
  meet_two(test);
  know(test, ada, [](calendar::Profile& profile) { profile.needs = {"Rust"}; });
  offer(test, "Rust");
  REQUIRE(entry_for(test, Rule::give_match));
  const auto feed = serve_feed(test.world());
  REQUIRE(feed);
  std::string ticked = feed->text;
  const auto at = ticked.find("STATUS:NEEDS-ACTION");
  REQUIRE(at != std::string::npos);
  ticked.replace(at, 19, "STATUS:COMPLETED\r\nCOMPLETED:20261118T100000Z");
  REQUIRE(take_feed(test.world(), test.undo(), feed->etag, ticked));
  CHECK(snapshot(test)->by_uid(ada)->ledger.size() == 1);
}

TEST_CASE("an introduction goes from the idea over two questions to the meeting of the two") {
  TestWorld test;
  meet_needs(test);
  auto entry = entry_for(test, Rule::introduce);
  REQUIRE(entry);
  CHECK(entry->suggestion.person == bob);
  CHECK(english(entry->suggestion.title) == "Ask Bob Example about meeting Ada Example");
  answer(test, *entry);
  REQUIRE(snapshot(test)->journals().introductions.size() == 1);
  calendar::Introduction first = snapshot(test)->journals().introductions[0];
  CHECK(first.consent_a == calendar::Consent::asked);
  CHECK_FALSE(entry_for(test, Rule::introduce));

  first.consent_a = calendar::Consent::yes;
  write(test, first.uid, first);
  entry = entry_for(test, Rule::introduce);
  REQUIRE(entry);
  CHECK(entry->suggestion.person == ada);
  CHECK(english(entry->suggestion.title) == "Ask Ada Example about meeting Bob Example");
  answer(test, *entry);
  CHECK_FALSE(entry_for(test, Rule::introduce));

  calendar::Introduction both = snapshot(test)->journals().introductions.at(0);
  CHECK(both.consent_b == calendar::Consent::asked);
  both.consent_b = calendar::Consent::yes;
  write(test, both.uid, both);
  entry = entry_for(test, Rule::introduce);
  REQUIRE(entry);
  CHECK(english(entry->suggestion.title) == "Introduce Bob Example to Ada Example");
  answer(test, *entry);
  const auto after = snapshot(test);
  CHECK(after->journals().introductions.at(0).sent == parse_day("2026-11-18"));
  CHECK(after->by_uid(ada)->ledger.size() == 1);
  CHECK(after->by_uid(bob)->ledger.size() == 1);
  test.clock.pass(std::chrono::hours(24 * 40));
  CHECK_FALSE(entry_for(test, Rule::introduce));
}

TEST_CASE("a step that was noted elsewhere closes its task without a click") {
  TestWorld test;
  meet_needs(test);
  REQUIRE(entry_for(test, Rule::introduce));
  calendar::Introduction one;
  one.uid = calendar::introduction_uid(bob, ada, *parse_day("2026-11-18"));
  one.people = {{bob, "Bob Example"}, {ada, "Ada Example"}};
  one.day = *parse_day("2026-11-18");
  one.consent_a = one.consent_b = calendar::Consent::asked;
  write(test, one.uid, one);
  const Week week = list(test);
  REQUIRE(week.entries.size() == 1);
  CHECK(week.entries[0].state() == "done");
  CHECK_FALSE(week.entries[0].follow_up.action);
}

TEST_CASE("a done ask is an open ask, and the same person is not asked again") {
  TestWorld test;
  meet_two(test);
  calendar::Goal goal;
  goal.uid = Uid("goodturn-goal");
  goal.titles = {"Lead"};
  goal.targets = {ada};
  goal.weekly_asks = 2;
  write(test, goal.uid, goal);
  CHECK_FALSE(entry_for(test, Rule::ask));
  LogEntry gift;
  gift.kind = RecordKind::gave;
  gift.text = "comments on the talk";
  REQUIRE(log_entry(test.world(), test.undo(), ada, gift));
  const auto entry = entry_for(test, Rule::ask);
  REQUIRE(entry);
  answer(test, *entry);
  const auto after = snapshot(test);
  REQUIRE(after->by_uid(ada)->asks.size() == 1);
  CHECK(after->by_uid(ada)->asks[0].kind == AskKind::informational_interview);
  CHECK(after->by_uid(ada)->asks[0].state == AskState::open);
  CHECK_FALSE(entry_for(test, Rule::ask));
  // What was asked is not the advice of the list: the words for a mail ask for it.
  REQUIRE(after->journals().asks.size() == 1);
  CHECK(after->journals().asks[0].text.empty());
  const auto draft = draft_ask(test.world(), after->journals().asks[0].uid, {});
  REQUIRE(draft);
  CHECK(draft->missing == std::vector<std::string>{"ask"});
}

TEST_CASE("a promise kept and a thanks given say the same in the ledger, from the list or by hand") {
  const auto ledger_after = [](RecordKind kind, bool from_list) {
    TestWorld test;
    meet_two(test);
    LogEntry entry;
    entry.kind = kind;
    entry.text = "the introduction";
    entry.give_kind = GiveKind::introduction;
    entry.size = 2;
    entry.at = parse_instant("2026-11-16T09:00:00Z");
    if (kind == RecordKind::promised) entry.due = parse_day("2026-11-19");
    const auto logged = log_entry(test.world(), test.undo(), ada, entry);
    REQUIRE(logged);
    if (from_list) {
      const auto task = entry_for(test, kind == RecordKind::promised ? Rule::promised : Rule::thank);
      REQUIRE(task);
      answer(test, *task);
    } else {
      const ItemKind& item = kind == RecordKind::promised ? promise_kind() : entry_kind();
      REQUIRE(change_item(test.world(), test.undo(), item, logged->record, {{"settled", "2026-11-18"}}));
    }
    std::multiset<std::tuple<Day, relations::LedgerSide, GiveKind, int, std::optional<Day>>> entries;
    const auto after = snapshot(test);
    for (const relations::LedgerEntry& one : after->by_uid(ada)->ledger)
      entries.insert({one.day, one.side, one.kind, one.size, one.acknowledged});
    return entries;
  };
  for (const RecordKind kind : {RecordKind::promised, RecordKind::received}) {
    const auto from_list = ledger_after(kind, true);
    CHECK(from_list == ledger_after(kind, false));
    CHECK(from_list.size() == (kind == RecordKind::promised ? 1 : 2));
  }
}

TEST_CASE("support is noted as support, and everything else stays away") {
  TestWorld test;
  meet_two(test);
  know(test, ada, [](calendar::Profile& profile) {
    profile.grief = parse_day("2026-11-10");
    profile.needs = {"Rust"};
  });
  offer(test, "Rust");
  CHECK_FALSE(entry_for(test, Rule::give_match));
  const auto entry = entry_for(test, Rule::support);
  REQUIRE(entry);
  answer(test, *entry);
  REQUIRE(snapshot(test)->by_uid(ada)->ledger.size() == 1);
  CHECK(snapshot(test)->by_uid(ada)->ledger[0].kind == GiveKind::emotional_support);
}

TEST_CASE("snooze words: a month, until they write, and the second time a slower rhythm") {
  TestWorld test;
  meet_two(test);
  know(test, ada, [](calendar::Profile& profile) { profile.needs = {"Rust"}; });
  offer(test, "Rust");
  Answer month;
  month.action = Action::later;
  month.snooze = Snooze::one_month;
  CHECK_FALSE(answer(test, entry_for(test, Rule::give_match).value(), month).slower_cadence);
  CHECK(snapshot(test)->by_uid(ada)->contact.snoozed_until == parse_day("2026-12-18"));
  test.clock.set("2026-12-18T09:00:00Z");
  Answer until_word;
  until_word.action = Action::later;
  until_word.snooze = Snooze::they_write;
  CHECK(answer(test, entry_for(test, Rule::give_match).value(), until_word).slower_cadence == 60);
  const auto after = snapshot(test);
  CHECK(after->by_uid(ada)->profile.until_they_write == parse_day("2026-12-18"));
  CHECK_FALSE(after->by_uid(ada)->contact.snoozed_until);
  test.clock.pass(std::chrono::hours(24 * 60));
  CHECK_FALSE(entry_for(test, Rule::give_match));
}

TEST_CASE("shown twice and silent: the person rests until the user says what should become of the tie") {
  TestWorld test;
  meet_two(test);
  know(test, ada, [](calendar::Profile& profile) { profile.needs = {"Rust"}; });
  know(test, bob, [](calendar::Profile& profile) { profile.layer = 0; });
  offer(test, "Rust");
  for (const char* day : {"2026-11-18T09:00:00Z", "2026-12-21T09:00:00Z"}) {
    test.clock.set(day);
    REQUIRE(entry_for(test, Rule::give_match));
  }
  test.clock.set("2027-01-25T09:00:00Z");
  const Week week = list(test);
  CHECK(week.entries.empty());
  REQUIRE(week.resting.size() == 1);
  CHECK(week.resting[0].person == ada);
  know(test, ada, [](calendar::Profile& profile) { profile.revived = parse_day("2027-01-25"); });
  CHECK(list(test).resting.empty());
  CHECK(entry_for(test, Rule::give_match));
}

TEST_CASE("the energy of the own profile is the budget until a budget is set here") {
  TestWorld test;
  meet_two(test);
  know(test, ada, [](calendar::Profile& profile) { profile.needs = {"Rust"}; });
  calendar::OwnProfile own;
  own.offers = {"Rust"};
  own.weekly_energy = 0;
  write(test, calendar::own_profile_uid(), own);
  CHECK(list(test).budget == 0);
  CHECK(list(test).entries.empty());
  REQUIRE(set_weekly_budget(test.world(), 3));
  CHECK(list(test).budget == 3);
  CHECK(entry_for(test, Rule::give_match));
}

TEST_CASE("looking again and again changes neither the list nor its order") {
  TestWorld test;
  meet_needs(test);
  offer(test, "Rust speaker");
  const auto order = [&] {
    std::vector<Uid> uids;
    for (const WeekEntry& entry : list(test).entries) uids.push_back(entry.suggestion.id);
    return uids;
  };
  const auto first = order();
  REQUIRE_FALSE(first.empty());
  for (int day = 0; day < 4; ++day) {
    CHECK(order() == first);
    test.clock.pass(std::chrono::hours(24));
  }
}

TEST_CASE("at night nothing may come up before the morning") {
  TestWorld test;
  meet_two(test);
  test.clock.set("2026-11-20T23:30:00Z");  // Friday
  const auto from = list(test).pop_up_from;
  REQUIRE(from);
  CHECK(to_iso(*from) == "2026-11-23T07:00:00Z");  // eight in the morning, an hour ahead of UTC
}

TEST_CASE("in a free hour something may come up at once") {
  TestWorld test;
  meet_two(test);
  test.clock.set("2026-11-20T10:07:00Z");  // Friday, between two quarters of an hour
  const auto from = list(test).pop_up_from;
  REQUIRE(from);
  CHECK(to_iso(*from) == "2026-11-20T10:07:00Z");
}
