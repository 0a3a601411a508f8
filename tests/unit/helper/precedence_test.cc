// Which item counts where several collections hold one with the same UID: the user's last word is never the
// one that is passed over.
#include "helper/people/profile.h"
#include "helper/people/records.h"
#include "helper/week/week.h"
#include "tests/support/in_english.h"
#include "tests/unit/helper/circle.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

/// Two collections that are not the journal in use: one the index reads before it, one after it.
std::vector<sync::CollectionId> other_places(TestWorld& test) {
  REQUIRE(Items::open(test.world()));
  sync::Collection left;
  left.account = 1;
  left.url = "https://memory.example.org/left/";
  left.name = "Left behind";
  left.holds = {false, false, true, true};
  const auto id = test.world().store.put_collection(left);
  REQUIRE(id);
  const auto items = Items::open(test.world());
  const sync::CollectionId before = test.collection("cal").id;
  REQUIRE(before < items->journal().id);
  REQUIRE(items->journal().id < *id);
  return {before, *id};
}

void put(TestWorld& test, sync::CollectionId place, const Uid& uid, const std::string& text) {
  auto items = Items::open(test.world());
  REQUIRE(items->put({place, Href("copy-of-" + uid.value + ".ics"), uid, text}));
}

template <class Item>
void put_elsewhere(TestWorld& test, const Uid& uid, const Item& item) {
  for (const sync::CollectionId place : other_places(test))
    put(test, place, uid, calendar::journal_text(item, nullptr, test.clock.now()));
}

calendar::OwnProfile own_elsewhere(int energy) {
  calendar::OwnProfile own;
  own.weekly_energy = energy;
  own.offers = {"Rust"};
  return own;
}

/// What the user wrote, as another collection still has it.
std::string outdated(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("the own profile of the journal in use counts, and takes along what was said elsewhere") {
  TestWorld test;
  meet_circle(test);
  put_elsewhere(test, calendar::own_profile_uid(), own_elsewhere(3));
  CHECK(*weekly_budget(test.world()) == 3);
  REQUIRE(set_weekly_budget(test.world(), 7));
  CHECK(*weekly_budget(test.world()) == 7);
  CHECK(snapshot_of(test)->journals().self.weekly_energy == 7);
  CHECK(own_profile(test.world())->offers == std::vector<std::string>{"Rust"});
  REQUIRE(edit_own_profile(test.world(), test.undo(), {{"seniority", 2}}));
  CHECK(own_profile(test.world())->weekly_energy == 7);
  CHECK(snapshot_of(test)->journals().self.seniority == 2);
}

TEST_CASE("a profile of the journal in use counts, and takes along what was said elsewhere") {
  TestWorld test;
  meet_circle(test);
  calendar::Profile elsewhere;
  elsewhere.uid = calendar::profile_uid(Uid("ada"));
  elsewhere.person = {Uid("ada"), "Ada Example"};
  elsewhere.cadence_days = 30;
  elsewhere.interests = {"sailing"};
  put_elsewhere(test, elsewhere.uid, elsewhere);
  REQUIRE(edit_profile_of(test.world(), Uid("ada"), [](calendar::Profile& one) { one.cadence_days = 42; }));
  const auto snapshot = snapshot_of(test);
  const Person* ada = snapshot->by_uid(Uid("ada"));
  CHECK(ada->profile.cadence_days == 42);
  CHECK(ada->contact.manual_cadence == 42);
  CHECK(ada->profile.interests == std::vector<std::string>{"sailing"});
  CHECK(snapshot->journals().profiles.size() == 1);
}

TEST_CASE("a record of the journal in use counts") {
  TestWorld test;
  meet_circle(test);
  const auto places = other_places(test);
  const Json made =
      add(test, entry_kind(), {{"kind", "note"}, {"person", "ada"}, {"text", "likes tea"}}).item;
  const Uid uid(made["id"].get<std::string>());
  const std::string text = outdated(shelf(test).begin()->second, "likes tea", "likes rum");
  for (const sync::CollectionId place : places) put(test, place, uid, text);
  const auto shown = [&] {
    std::vector<std::string> texts;
    const auto snapshot = snapshot_of(test);
    for (const Moment& moment : snapshot->by_uid(Uid("ada"))->moments) texts.push_back(moment.text);
    return texts;
  };
  CHECK(shown() == std::vector<std::string>{"likes tea"});
  REQUIRE(all(test, entry_kind()).size() == 1);
  CHECK(all(test, entry_kind())[0]["text"] == "likes tea");
  change(test, entry_kind(), made, {{"text", "likes milk"}});
  CHECK(shown() == std::vector<std::string>{"likes milk"});
}

TEST_CASE("what only another collection holds is shown, can be changed, and is removed where it stands") {
  TestWorld test;
  meet_circle(test);
  const Json made = add(test, goal_kind(), {{"titles", {"head of design"}}}).item;
  const Uid uid(made["id"].get<std::string>());
  const std::string text =
      outdated(shelf(test).begin()->second, "END:VJOURNAL", "X-OTHER-PROGRAM:keeps this\r\nEND:VJOURNAL");
  put(test, other_places(test).back(), uid, text);
  const auto removed = remove_item(test.world(), test.undo(), goal_kind(), uid);
  REQUIRE_FALSE(removed);
  CHECK(removed.error().kind == ErrorKind::forbidden);
  CHECK(holds(tests::english(removed.error()), "Left behind"));
  auto items = Items::open(test.world());
  REQUIRE(items->remove(items->journal().id, *items->place_of(items->journal(), uid)));
  CHECK(shelf(test).empty());
  CHECK(all(test, goal_kind()).size() == 1);
  change(test, goal_kind(), made, {{"companies", {"Acme"}}});
  REQUIRE(shelf(test).size() == 1);
  CHECK(holds(shelf(test).begin()->second, "X-OTHER-PROGRAM:keeps this"));
  CHECK(all(test, goal_kind())[0]["companies"] == Json{"Acme"});
  CHECK(all(test, goal_kind())[0]["titles"] == Json{"head of design"});
}

TEST_CASE("a follow-up of the collection in use counts") {
  TestWorld test;
  meet_circle(test);
  calendar::FollowUp task;
  task.uid = Uid("goodturn-f1");
  task.person = Uid("ada");
  task.person_name = "Ada Example";
  task.summary = "Write to Ada";
  task.due = *parse_day("2026-11-20");
  task.shown = *parse_day("2026-11-18");
  const auto places = other_places(test);
  auto items = Items::open(test.world());
  REQUIRE(
      items->put_record(items->follow_ups(), task.uid, calendar::write_follow_up(task, test.clock.now())));
  calendar::FollowUp answered = task;
  answered.action = Action::never;
  for (const sync::CollectionId place : places)
    put(test, place, task.uid, calendar::write_follow_up(answered, test.clock.now()));
  const auto snapshot = snapshot_of(test);
  const auto& showings = snapshot->by_uid(Uid("ada"))->contact.showings;
  REQUIRE(showings.size() == 1);
  CHECK(showings[0].open);
  CHECK_FALSE(showings[0].action);
  const auto rows = shown_this_week(test.world());
  REQUIRE(rows);
  REQUIRE(rows->size() == 1);
  CHECK_FALSE(rows->front().action);
}

TEST_CASE("the collection in use counts before the local one, and that before all others") {
  TestWorld test;
  meet_circle(test);
  const auto places = other_places(test);
  const auto energy = [&] { return snapshot_of(test)->journals().self.weekly_energy; };
  const auto self = [&](int value) {
    return calendar::journal_text(own_elsewhere(value), nullptr, test.clock.now());
  };
  for (const sync::CollectionId place : places) put(test, place, calendar::own_profile_uid(), self(1));
  CHECK(energy() == 1);
  auto items = Items::open(test.world());
  put(test, items->local_journal().id, calendar::own_profile_uid(), self(2));
  CHECK(energy() == 2);
  for (const sync::CollectionId place : places) {
    REQUIRE(test.world().store.set_setting(journal_key, std::to_string(place)));
    CHECK(energy() == 1);
    CHECK(own_profile(test.world())->weekly_energy == 1);
  }
}
