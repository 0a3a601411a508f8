// A snapshot that is kept and told of new records says what reading everything anew says.
#include "helper/index/snapshot_cache.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "helper/people/profile.h"
#include "helper/people/records.h"
#include "helper/words/words.h"
#include "tests/unit/helper/circle.h"
#include "tests/unit/relations/seed.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

template <class List, class Key>
List sorted(List list, Key key) {
  std::sort(list.begin(), list.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  return list;
}

/// Of the day, not of the hour: a reading stays while the day lasts, and everything fades together.
double rounded(double figure) { return std::round(figure * 100) / 100; }

/// What the user sees of a person, in an order of its own.
Json person_in(const Snapshot& snapshot, const Person& person) {
  const suggest::Contact& contact = person.contact;
  const suggest::Standing& standing = snapshot.standing(person);
  Json json = {{"uid", person.card.uid.value},
               {"depth", contact.noted_depth},
               {"score", rounded(standing.score)},
               {"strength", rounded(standing.parts.strength)},
               {"layer", standing.layer},
               {"cadence", standing.cadence},
               {"gaps", standing.gaps},
               {"state", suggest::to_string(standing.state)},
               {"touches", Json::array()},
               {"moments", Json::array()},
               {"ledger", Json::array()},
               {"obligations", Json::array()},
               {"asked", contact.ask_days.size()}};
  for (const auto& touch : contact.touches)
    json["touches"].push_back(
        {to_iso(touch.at), to_string(touch.channel), to_string(touch.direction), touch.weight});
  const auto key = [](const Moment& moment) {
    return std::tie(moment.at, moment.kind, moment.title.key, moment.text, moment.channel);
  };
  for (const Moment& moment : sorted(timeline(person), key))
    json["moments"].push_back({to_iso(moment.at), static_cast<int>(moment.kind), moment.text});
  for (const auto& entry : sorted(contact.ledger, [](const auto& one) { return one.id; }))
    json["ledger"].push_back({entry.id.value, to_iso(entry.day), entry.size, to_string(entry.kind)});
  for (const auto& one : sorted(contact.obligations, [](const auto& owed) { return owed.record; }))
    json["obligations"].push_back({one.record.value, to_iso(one.day), one.text, one.size});
  if (contact.last_talk) json["last_talk"] = {to_iso(contact.last_talk->day), contact.last_talk->about};
  if (contact.last_topic) json["last_topic"] = {to_iso(contact.last_topic->day), contact.last_topic->about};
  if (contact.last_note) json["last_note"] = {to_iso(contact.last_note->day), contact.last_note->text};
  return json;
}

Json all_in(const Snapshot& snapshot) {
  Json json = {{"people", Json::array()}, {"week", Json::array()}};
  for (const Person& person : snapshot.persons()) json["people"].push_back(person_in(snapshot, person));
  for (const suggest::Suggestion& one : snapshot.ranking().candidates({}))
    json["week"].push_back({one.id.value, rounded(one.value), in_sentences(one.why, Language::en),
                            in_words(one.idea, Language::en)});
  if (snapshot.first_day()) json["first"] = to_iso(*snapshot.first_day());
  return json;
}

Json kept(TestWorld& test) {
  const auto snapshot = current_snapshot(test.world());
  REQUIRE(snapshot);
  return all_in(**snapshot);
}

int readings(TestWorld& test) { return test.world().snapshots->readings(); }

void require_same(TestWorld& test) {
  const Json difference = Json::diff(all_in(*snapshot_of(test)), kept(test));
  INFO(difference.dump(1));
  REQUIRE(difference.empty());
}

int pick(std::mt19937_64& random, int low, int high) {
  return std::uniform_int_distribution(low, high)(random);
}

/// Anything that can be logged, at any time of the last year, each at an hour of its own.
LogEntry any_entry(std::mt19937_64& random, TestWorld& test, int number) {
  LogEntry entry;
  entry.kind = all_record_kinds[static_cast<std::size_t>(pick(random, 0, 4))];
  entry.channel = all_channels[static_cast<std::size_t>(pick(random, 0, 5))];
  entry.direction = all_directions[static_cast<std::size_t>(pick(random, 0, 2))];
  entry.at = test.clock.now() - std::chrono::hours(24 * pick(random, 0, 400)) - std::chrono::minutes(number);
  if (pick(random, 0, 2) > 0 || entry.kind == RecordKind::promised)
    entry.text = "words " + std::to_string(number);
  entry.give_kind = all_give_kinds[static_cast<std::size_t>(pick(random, 0, 11))];
  entry.size = pick(random, 1, 3);
  entry.crisis = pick(random, 0, 5) == 0;
  if (pick(random, 0, 3) == 0) entry.depth = pick(random, 1, 3);
  return entry;
}

void log(TestWorld& test, const char* uid, const LogEntry& entry) {
  const auto logged = log_entry(test.world(), test.undo(), Uid(uid), entry);
  INFO((logged ? "" : logged.error().what));
  REQUIRE(logged);
}

LogEntry call_at(Instant at) {
  LogEntry call;
  call.channel = Channel::call;
  call.at = at;
  return call;
}

}  // namespace

TEST_CASE("after each logged record the kept snapshot says what reading anew says") {
  auto random = seeded();
  TestWorld test;
  meet_circle(test);
  require_same(test);
  int number = 0, added = 0;
  for (const char* uid : {"ada", "bob", "asa", "adam", "ada", "bob"})
    for (int round = 0; round < 20; ++round) {
      const int before = readings(test);
      log(test, uid, any_entry(random, test, ++number));
      require_same(test);
      added += readings(test) == before;
    }
  // Only what was given to read, and what settles something, needed everything to be read.
  CHECK(added > 80);
}

TEST_CASE("a logged touch needs no reading, however long ago the last one was that day") {
  TestWorld test;
  meet_circle(test);
  (void)kept(test);
  const int before = readings(test);
  test.clock.pass(std::chrono::hours(5));
  log(test, "ada", call_at(test.clock.now()));
  require_same(test);
  log(test, "bob", call_at(test.clock.now() - std::chrono::hours(600)));
  require_same(test);
  CHECK(readings(test) == before);
}

TEST_CASE("what is not one more record is read anew: undo, a changed profile, a failed write, the next day") {
  TestWorld test;
  meet_circle(test);
  (void)kept(test);
  int before = readings(test);
  const auto logged = log_entry(test.world(), test.undo(), Uid("ada"), call_at(test.clock.now()));
  REQUIRE(logged);
  require_same(test);
  CHECK(readings(test) == before);
  REQUIRE(test.undo().apply(test.world(), logged->undo));
  require_same(test);
  CHECK(readings(test) == ++before);
  REQUIRE(edit_profile(test.world(), test.undo(), Uid("ada"), {{"layer", 5}}));
  require_same(test);
  CHECK(readings(test) == ++before);
  // A record that was written and taken back with its transaction is nowhere.
  calendar::Record record;
  record.uid = Uid("given-up");
  record.person = Uid("bob");
  record.at = test.clock.now();
  record.channel = Channel::call;
  auto items = Items::open(test.world());
  CHECK_FALSE(test.world().store.transact([&]() -> Result<void> {
    REQUIRE(items->put_record(items->journal(), record.uid, calendar::write_record(record, record.at)));
    return fail(ErrorKind::storage, "given up");
  }));
  require_same(test);
  CHECK((*current_snapshot(test.world()))->by_uid(Uid("bob"))->contact.touches.empty());
  before = readings(test);
  test.clock.pass(std::chrono::hours(24));
  require_same(test);
  CHECK(readings(test) == before + 1);
}

TEST_CASE("a planned meeting becomes a talk at its time, without a change of anything") {
  TestWorld test;
  test.server.put("cal/", "m.ics", meeting("m", "20261118T120000Z", "ada@example.org"));
  meet_circle(test);
  const auto touches = [&] { return (*current_snapshot(test.world()))->by_uid(Uid("ada"))->contact.touches; };
  CHECK(touches().empty());
  const int before = readings(test);
  test.clock.pass(std::chrono::hours(2));
  CHECK(touches().empty());
  CHECK(readings(test) == before);
  test.clock.pass(std::chrono::hours(2));
  CHECK(touches().size() == 1);
  CHECK(readings(test) == before + 1);
}

TEST_CASE("who looks at a snapshot keeps the one they have while another one takes the record") {
  TestWorld test;
  meet_circle(test);
  const auto held = current_snapshot(test.world());
  REQUIRE(held);
  const Json before = all_in(**held);
  log(test, "ada", call_at(test.clock.now()));
  require_same(test);
  CHECK(all_in(**held) == before);
}

TEST_CASE("what is told while a sync runs needs no reading, and misses what came since the last one") {
  TestWorld test;
  meet_circle(test);
  SnapshotCache& kept_ones = *test.world().snapshots;
  REQUIRE(kept_ones.last(test.world()));
  const int before = readings(test);
  const std::size_t people = (*kept_ones.last(test.world()))->persons().size();
  test.server.put("book/", "5.vcf", card("nele", "Nele Example", "EMAIL:nele@example.org\r\n"));
  test.sync();
  CHECK((*kept_ones.last(test.world()))->persons().size() == people);
  CHECK(readings(test) == before);
  CHECK((*kept_ones.get(test.world()))->persons().size() == people + 1);
}
