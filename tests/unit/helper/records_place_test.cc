// Where the records are kept: here, on a server, on two computers that share one.
#include "helper/accounts/accounts.h"
#include "helper/people/records.h"
#include "helper/records/keep.h"
#include "helper/week/week.h"
#include "tests/support/in_english.h"
#include "tests/unit/helper/test_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

const Uid ada("urn:uuid:ada");

void fill(MemoryServer& server) {
  server.put("book/", "ada.vcf", card(ada.value, "Ada Example", "EMAIL:ada@example.org\r\n"));
  int number = 0;
  for (const char* day : {"0401", "0415", "0429", "0513", "0527", "0610", "0624", "0708", "0722", "0805",
                          "0819", "0902", "0916"})
    server.put("cal/", "m" + std::to_string(number++) + ".ics",
               meeting("m" + std::string(day), "2026" + std::string(day) + "T090000Z", "ada@example.org"));
}

/// A computer with the account, synchronised once.
void start(TestWorld& test) {
  if (test.server.collections["book/"].empty()) fill(test.server);
  test.set_up();
  test.sync();
}

void note(TestWorld& test, const std::string& text) {
  LogEntry entry;
  entry.kind = RecordKind::note;
  entry.text = text;
  const auto logged = log_entry(test.world(), test.undo(), ada, entry);
  REQUIRE(logged);
}

RecordsPlace keep(TestWorld& test) {
  auto place = keep_on_account(test.world(), {1, {}, {}}, [] { return false; });
  if (!place) FAIL(place.error().what);
  return *place;
}

/// Noted touches of which nothing more is said.
std::size_t bare_touches(TestWorld& test) {
  const auto snapshot = Snapshot::read(test.world());
  REQUIRE(snapshot);
  return (*snapshot)->by_uid(ada)->bare_touches.size();
}

std::vector<std::string> texts(TestWorld& test) {
  const auto snapshot = Snapshot::read(test.world());
  REQUIRE(snapshot);
  const Person* person = (*snapshot)->by_uid(ada);
  REQUIRE(person != nullptr);
  std::vector<std::string> found;
  for (const Moment& moment : person->moments)
    if (moment.kind == Moment::Kind::note || moment.kind == Moment::Kind::touch) found.push_back(moment.text);
  std::sort(found.begin(), found.end());
  return found;
}

Week week(TestWorld& test) {
  auto listed = this_week(test.world(), Publish::yes);
  REQUIRE(listed);
  return *listed;
}

std::vector<std::string> names_on(const Week& listed) {
  std::vector<std::string> names;
  for (const WeekEntry& entry : listed.entries)
    names.push_back(entry.suggestion.id.value + " " + std::string(entry.state()));
  return names;
}

std::map<std::string, MemoryServer::Stored>& journal(MemoryServer& server) {
  return server.collections["Goodturn Journal/"];
}
std::map<std::string, MemoryServer::Stored>& follow_ups(MemoryServer& server) {
  return server.collections["Goodturn Follow-ups/"];
}

std::size_t local_items(TestWorld& test) {
  std::size_t count = 0;
  const auto items = Items::open(test.world());
  REQUIRE(items);
  for (const auto& collection : {items->local_journal(), items->local_follow_ups()})
    REQUIRE(test.world().store.each_item(collection.id, [&](const sync::Item&) -> Result<void> {
      ++count;
      return {};
    }));
  return count;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// The only follow-up on the server, edited by another program there.
void edit_there(MemoryServer& server, const std::string& from, const std::string& to) {
  REQUIRE(follow_ups(server).size() == 1);
  const auto [href, stored] = *follow_ups(server).begin();
  server.put("Goodturn Follow-ups/", href, replaced(stored.text, from, to));
}

}  // namespace

TEST_CASE("records move to the server, are sent with the next sync, and then nothing more is sent") {
  TestWorld test;
  start(test);
  note(test, "likes tides");
  REQUIRE(week(test).entries.size() == 1);
  CHECK(local_items(test) == 2);
  const RecordsPlace place = keep(test);
  CHECK(place.notes.empty());
  CHECK(place.journal.collection.name == server_journal_name);
  CHECK(local_items(test) == 0);
  test.sync();
  REQUIRE(journal(test.server).size() == 1);
  REQUIRE(follow_ups(test.server).size() == 1);
  const std::string& task = follow_ups(test.server).begin()->second.text;
  CHECK(task.find("CONTACT;ALTREP=") != std::string::npos);
  CHECK(task.find("ATTENDEE") == std::string::npos);
  CHECK(task.find("ORGANIZER") == std::string::npos);
  CHECK(task.find("VALARM") == std::string::npos);
  const int writes = test.server.writes;
  test.sync();
  CHECK(test.server.writes == writes);
  note(test, "moved to Oslo");
  test.sync();
  CHECK(journal(test.server).size() == 2);
  CHECK(texts(test) == std::vector<std::string>{"likes tides", "moved to Oslo"});
}

TEST_CASE("a fresh computer that knows only the account has the same notes and the same week") {
  TestWorld first;
  start(first);
  keep(first);
  note(first, "likes tides");
  const auto before = names_on(week(first));
  REQUIRE(before.size() == 1);
  first.sync();

  TestWorld fresh(first.shared_server);
  start(fresh);
  CHECK(texts(fresh) == texts(first));
  CHECK(names_on(week(fresh)) == before);
  const auto place = records_place(fresh.world());
  REQUIRE(place);
  CHECK(place->journal.collection.name == server_journal_name);
  CHECK(place->follow_ups.collection.name == server_follow_ups_name);
  const int writes = first.server.writes;
  fresh.sync();
  first.sync();
  CHECK(first.server.writes == writes);
}

TEST_CASE("the own profile reaches a second computer, and an edit there comes back") {
  TestWorld first;
  start(first);
  REQUIRE(set_weekly_budget(first.world(), 3));
  keep(first);
  first.sync();
  TestWorld second(first.shared_server);
  start(second);
  CHECK(*weekly_budget(second.world()) == 3);
  REQUIRE(set_weekly_budget(second.world(), 7));
  second.sync();
  first.sync();
  CHECK(*weekly_budget(first.world()) == 7);
  CHECK(journal(first.server).size() == 1);
}

TEST_CASE("what two computers write meets on the server, also the same follow-up made on both") {
  TestWorld one;
  start(one);
  TestWorld two(one.shared_server);
  start(two);
  REQUIRE(names_on(week(one)) == names_on(week(two)));
  note(one, "from one");
  note(two, "from two");
  keep(one);
  one.sync();
  for (TestWorld* test : {&one, &two}) test->clock.pass(std::chrono::hours(24));
  two.sync();  // new collections are looked for once a day: takes them into use, with its own note
  two.sync();
  one.sync();
  CHECK(texts(one) == std::vector<std::string>{"from one", "from two"});
  CHECK(texts(two) == texts(one));
  CHECK(names_on(week(one)) == names_on(week(two)));
  CHECK(follow_ups(one.server).size() == 1);
  one.sync();  // a new day: the task says new numbers, the same on both
  two.sync();
  const int writes = one.server.writes;
  one.sync();
  two.sync();
  CHECK(one.server.writes == writes);
}

TEST_CASE("a server that keeps no journals gets the follow-ups and says so") {
  TestWorld test;
  start(test);
  int asked = 0;
  test.server.fault = [&](const std::string& request) -> std::optional<Error> {
    if (request != "create_collection" || ++asked > 1) return std::nullopt;
    return Error{ErrorKind::forbidden, "This server keeps no journals (VJOURNAL).", "", 403, {}};
  };
  const RecordsPlace place = keep(test);
  CHECK(place.journal.collection.account == sync::local_account);
  CHECK(place.follow_ups.collection.name == server_follow_ups_name);
  REQUIRE(place.notes.size() == 1);
  CHECK(tests::english(place.notes.front()) ==
        "This server keeps no journals (VJOURNAL). They stay on this computer.");
  note(test, "stays");
  test.sync();
  CHECK(journal(test.server).empty());
  CHECK(texts(test) == std::vector<std::string>{"stays"});
}

TEST_CASE("a server that keeps neither is an error and changes nothing") {
  TestWorld test;
  start(test);
  note(test, "stays");
  test.server.fault = [&](const std::string& request) -> std::optional<Error> {
    if (request != "create_collection") return std::nullopt;
    return Error{ErrorKind::forbidden, "No calendars can be made here.", "", 403, {}};
  };
  const auto place = keep_on_account(test.world(), {1, {}, {}}, [] { return false; });
  REQUIRE_FALSE(place);
  CHECK(place.error().kind == ErrorKind::forbidden);
  CHECK(local_items(test) == 1);
}

TEST_CASE("back to this computer: copied here, left there, no longer looked at, not taken into use again") {
  TestWorld test;
  start(test);
  note(test, "likes tides");
  keep(test);
  test.sync();
  REQUIRE(keep_here(test.world()));
  CHECK(texts(test) == std::vector<std::string>{"likes tides"});
  note(test, "only here");
  test.sync();
  CHECK(journal(test.server).size() == 1);
  CHECK(texts(test) == std::vector<std::string>{"likes tides", "only here"});
  keep(test);
  test.sync();
  CHECK(journal(test.server).size() == 2);
  CHECK(texts(test) == std::vector<std::string>{"likes tides", "only here"});
  const auto conflicts = test.world().store.conflicts();
  REQUIRE(conflicts);
  CHECK(conflicts->empty());
}

TEST_CASE("removing the account brings the records home; its switches cannot cut them off") {
  TestWorld test;
  start(test);
  note(test, "likes tides");
  const RecordsPlace place = keep(test);
  test.sync();
  CollectionEdit off;
  off.enabled = false;
  const auto refused = edit_collection(test.world(), place.journal.collection.id, off);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::forbidden);
  REQUIRE(remove_account(test.world(), 1));
  CHECK(local_items(test) == 1);
  CHECK(journal(test.server).size() == 1);
  start(test);
  CHECK(texts(test) == std::vector<std::string>{"likes tides"});
}

TEST_CASE("a task ticked in another program is one touch, on both computers together") {
  TestWorld one;
  start(one);
  keep(one);
  REQUIRE(week(one).entries.size() == 1);
  one.sync();
  TestWorld two(one.shared_server);
  start(two);
  edit_there(one.server, "STATUS:NEEDS-ACTION",
             "STATUS:COMPLETED\r\nCOMPLETED:20261118T083000Z\r\nPERCENT-COMPLETE:100");
  for (TestWorld* test : {&one, &two}) {
    test->sync();
    const Week listed = week(*test);
    REQUIRE(listed.entries.size() == 1);
    CHECK(listed.entries.front().state() == "done");
  }
  for (int round = 0; round < 2; ++round)
    for (TestWorld* test : {&one, &two}) test->sync();
  CHECK(bare_touches(one) == 1);
  CHECK(bare_touches(two) == 1);
  CHECK(journal(one.server).size() == 1);
}

TEST_CASE("a task moved in another program is put off until then") {
  TestWorld test;
  start(test);
  keep(test);
  REQUIRE(week(test).entries.size() == 1);
  test.sync();
  edit_there(test.server, "DUE;VALUE=DATE:20261120", "DUE;VALUE=DATE:20261204");
  test.sync();
  const Week listed = week(test);
  REQUIRE(listed.entries.size() == 1);
  CHECK(listed.entries.front().state() == "later");
  const auto snapshot = Snapshot::read(test.world());
  REQUIRE(snapshot);
  CHECK((*snapshot)->by_uid(ada)->contact.snoozed_until == parse_day("2026-12-04"));
}

TEST_CASE("a task deleted in another program is not now, and does not come back") {
  TestWorld test;
  start(test);
  keep(test);
  REQUIRE(week(test).entries.size() == 1);
  note(test, "so that the collection is not the only thing that changes");
  test.sync();
  test.server.put(
      "Goodturn Follow-ups/", "other.ics",
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTODO\r\nUID:mine\r\nSUMMARY:Buy milk\r\nEND:VTODO\r\n"
      "END:VCALENDAR\r\n");
  test.sync();
  for (const auto& [href, stored] : std::map(follow_ups(test.server)))
    if (href != "other.ics") test.server.remove("Goodturn Follow-ups/", href);
  test.sync();
  const Week listed = week(test);
  REQUIRE(listed.entries.size() == 1);
  CHECK(listed.entries.front().state() == "not-now");
  CHECK(week(test).entries.size() == 1);
  test.sync();
  CHECK(follow_ups(test.server).size() == 1);
}
