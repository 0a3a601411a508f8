// Asks, profiles and the other journal items on their way from the Journal collection to the person they
// name.
#include "helper/index/rebuild.h"
#include "helper/people/records.h"
#include "tests/support/in_english.h"
#include "tests/unit/helper/test_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

const Uid ada("urn:uuid:ada");

void know_ada(TestWorld& test) {
  test.server.put("book/", "ada.vcf", card(ada.value, "Ada Example", "EMAIL:ada@example.org\r\n"));
  test.set_up();
  test.sync();
}

std::shared_ptr<const Snapshot> snapshot(TestWorld& test) {
  auto read = Snapshot::read(test.world());
  REQUIRE(read);
  return *read;
}

template <class Item>
void write(TestWorld& test, const Uid& uid, const Item& item) {
  auto items = Items::open(test.world());
  REQUIRE(items);
  Before before;
  REQUIRE(
      test.world().store.transact([&] { return write_journal(test.world(), *items, uid, item, before); }));
}

calendar::Ask ask_for_advice() {
  return {Uid("goodturn-a"), {ada, "Ada Example"}, *parse_day("2026-11-02"),
          AskKind::advice,   AskState::open,       "call",
          std::nullopt,      "a second opinion"};
}

}  // namespace

TEST_CASE("journal items reach the person they name and are no notes") {
  TestWorld test;
  know_ada(test);
  write(test, Uid("goodturn-a"), ask_for_advice());
  calendar::OwnProfile self;
  self.offers = {"Rust"};
  write(test, calendar::own_profile_uid(), self);
  const auto read = snapshot(test);
  const Person& person = *read->by_uid(ada);
  REQUIRE(person.asks.size() == 1);
  CHECK(person.asks[0] == relations::Ask{Uid("goodturn-a"), ada, *parse_day("2026-11-02"), AskKind::advice,
                                         AskState::open, "call"});
  REQUIRE(person.moments.size() == 1);
  CHECK(person.moments[0].kind == Moment::Kind::ask);
  CHECK(tests::english(person.moments[0].title) == "Asked for advice");
  CHECK(read->journals().asks.size() == 1);
  REQUIRE(read->journals().has_self);
  CHECK(read->journals().self == self);
}

TEST_CASE("changing one field of a profile keeps the others and foreign lines") {
  TestWorld test;
  know_ada(test);
  REQUIRE(edit_profile_of(test.world(), ada, [](calendar::Profile& profile) {
    profile.offers = {"sailing"};
    profile.tie = TieKind::up;
  }));
  REQUIRE(edit_profile_of(test.world(), ada, [](calendar::Profile& profile) { profile.cadence_days = 42; }));
  const auto read = snapshot(test);
  const Person& person = *read->by_uid(ada);
  CHECK(person.profile.offers == std::vector<std::string>{"sailing"});
  CHECK(person.profile.tie == TieKind::up);
  CHECK(person.contact.manual_cadence == 42);
  CHECK(read->journals().profiles.size() == 1);
}

TEST_CASE("gifts stand in the ledger of the person, with what is known of them") {
  TestWorld test;
  know_ada(test);
  auto items = Items::open(test.world());
  REQUIRE(items);
  calendar::Record record;
  record.uid = Uid("goodturn-r");
  record.kind = RecordKind::received;
  record.person = ada;
  record.at = *parse_instant("2026-11-02T09:00:00Z");
  record.give_kind = GiveKind::referral;
  record.size = 2;
  record.asked = true;
  record.crisis = true;
  record.settled = parse_day("2026-11-03");
  Before before;
  REQUIRE(test.world().store.transact([&] { return write_record(test.world(), *items, record, before); }));
  const auto read = snapshot(test);
  const auto& ledger = read->by_uid(ada)->ledger;
  REQUIRE(ledger.size() == 1);
  CHECK(ledger[0] == relations::LedgerEntry{Uid("goodturn-r"), ada, *parse_day("2026-11-02"),
                                            relations::LedgerSide::received, GiveKind::referral, 2, true,
                                            parse_day("2026-11-03"), true});
}

TEST_CASE("a home whose index was left behind by an upgrade derives it anew") {
  TestWorld test;
  know_ada(test);
  REQUIRE(edit_profile_of(test.world(), ada, [](calendar::Profile& profile) { profile.cadence_days = 42; }));
  REQUIRE(test.world().index.clear());
  REQUIRE(finish_upgrade(test.world()));
  CHECK(snapshot(test)->by_uid(ada) == nullptr);  // no upgrade, no work
  REQUIRE(test.world().store.set_setting("index.day", ""));
  REQUIRE(finish_upgrade(test.world()));
  REQUIRE(snapshot(test)->by_uid(ada) != nullptr);
  CHECK(snapshot(test)->by_uid(ada)->contact.manual_cadence == 42);
}
