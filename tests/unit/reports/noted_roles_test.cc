// Roles that were noted or closed as terms count in the weekly list as they count in the report.
#include "helper/people/search.h"
#include "helper/people/writing.h"
#include "helper/reports/network_report.h"
#include "helper/reports/roles_report.h"
#include "helper/words/words.h"
#include "tests/unit/reports/small_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

/// Bob, rarely seen; Eva, near and willing, who could take any role; and a goal.
void meet(SmallWorld& world, const std::vector<std::string>& tags_of_bob = {}, calendar::Profile bob = {},
          calendar::Profile eva = {}) {
  world.living("bob", "", tags_of_bob);
  bob.layer = 150;
  world.profile(bob, "bob");
  world.living("eva");
  eva.layer = 15;
  eva.ratings.willing = 2;
  world.profile(eva, "eva");
  calendar::Goal goal;
  goal.uid = Uid("goal");
  goal.titles = {"Lead"};
  world.journal(goal);
}

bool is_gap(const Snapshot& snapshot, const std::string& role) {
  suggest::Settings settings;
  settings.started = snapshot.first_day();
  for (const suggest::Suggestion& one : snapshot.ranking().candidates(settings))
    if (one.rule == Rule::role_gap &&
        in_sentences(one.why, Language::en).find("“" + role + "”") != std::string::npos)
      return true;
  return false;
}

std::size_t held(SmallWorld& world, const std::string& role) {
  for (const Seat& seat : roles_report(*world.snapshot(), world.now(), Language::en, Friends::included).seats)
    if (seat.role == role) return seat.holders.size();
  return 0;
}

bool may_ask_bob(const Snapshot& snapshot) {
  const std::vector<std::string> bob = {"bob@example.org"};
  return recipients_of(snapshot, SmallWorld::today, bob).at(0).gate.is_open();
}

double cadence_of_bob(const Snapshot& snapshot) {
  return snapshot.standing(*snapshot.by_uid(Uid("bob"))).cadence;
}

}  // namespace

TEST_CASE("a mentor by a noted role is one for the list: no gap, an open gate, a rhythm, an upward tie") {
  SmallWorld world;
  meet(world);
  const auto before = world.snapshot();
  CHECK(is_gap(*before, "mentor"));
  CHECK_FALSE(may_ask_bob(*before));
  CHECK(cadence_of_bob(*before) > 60);
  CHECK(before->traits(*before->by_uid(Uid("bob"))).tie == TieKind::peer);

  world.term("bob", "mentor", 30);
  const auto noted = world.snapshot();
  CHECK_FALSE(is_gap(*noted, "mentor"));
  CHECK(is_gap(*noted, "ally"));
  CHECK(may_ask_bob(*noted));
  CHECK(cadence_of_bob(*noted) <= 60);
  CHECK(noted->traits(*noted->by_uid(Uid("bob"))).tie == TieKind::up);
  CHECK(held(world, "mentor") == 1);

  SmallWorld later;
  meet(later);
  later.term("bob", "mentor", 30, 1);
  const auto closed = later.snapshot();
  CHECK(is_gap(*closed, "mentor"));
  CHECK_FALSE(may_ask_bob(*closed));
  CHECK(held(later, "mentor") == 0);
}

TEST_CASE("a closed role is gone for the list though its tag stays on the card") {
  SmallWorld world;
  meet(world, {"mentor"});
  CHECK_FALSE(is_gap(*world.snapshot(), "mentor"));
  world.term("bob", "mentor", 400, 10);
  const auto closed = world.snapshot();
  CHECK(is_gap(*closed, "mentor"));
  CHECK_FALSE(may_ask_bob(*closed));
  CHECK(held(world, "mentor") == 0);
}

TEST_CASE("the list and the report count the same holders of roles of the user's own") {
  SmallWorld world;
  meet(world, {"Tax adviser"});
  calendar::OwnProfile own;
  own.wanted_roles = {{"tax adviser", 1}, {"guide", 1}, {"ally", 1}};
  world.own(own);
  world.term("eva", "guide", 30);
  const auto snapshot = world.snapshot();
  CHECK(held(world, "tax adviser") == 1);
  CHECK(held(world, "guide") == 1);
  CHECK_FALSE(is_gap(*snapshot, "tax adviser"));
  CHECK_FALSE(is_gap(*snapshot, "guide"));
  CHECK(is_gap(*snapshot, "ally"));
}

TEST_CASE("the readiness of the list is that of the report, asks and kinds of tie and all") {
  SmallWorld world;
  calendar::Profile eva;
  eva.cadence_days = 3;
  meet(world, {}, {}, eva);
  world.term("bob", "mentor", 30);
  world.received("bob", 5, GiveKind::help, 3);
  world.gave("bob", 5, GiveKind::information, 1);
  calendar::Record on_request;
  on_request.uid = Uid("on-request");
  on_request.kind = RecordKind::received;
  on_request.person = Uid("eva");
  on_request.at = SmallWorld::ago(5) + std::chrono::hours(9);
  on_request.asked = true;
  world.record(on_request);
  const auto snapshot = world.snapshot();
  const auto readiness = snapshot->ranking().readiness();
  REQUIRE(readiness);
  const Crisis crisis = network_report(*snapshot, world.now(), Language::en, [] { return false; }).crisis;
  CHECK(crisis.readiness.value == readiness->value);
  CHECK(crisis.roles.evidence == "5 wanted roles");
  CHECK(crisis.bench.evidence == "0 people");
  CHECK(crisis.balanced.evidence == "1 of 2 ties with entries");
  CHECK(crisis.warm.evidence == "1 of 2 ties");
  CHECK(readiness->parts.roles.value() == Approx(1.0 / 6));
  // Bob gave more than they got, as mentors may when what they got counts double; Eva got nothing back.
  CHECK(readiness->parts.balanced_ties == relations::Share{1, 2});
  // Eva's last contact was on request, and the one before it is too long ago for a rhythm of three days.
  CHECK(readiness->parts.warm_ties == relations::Share{1, 2});
}

TEST_CASE("help that somebody of a higher level offered opens the gate of the mail and of the list") {
  SmallWorld world;
  calendar::Profile bob;
  bob.seniority = 4;
  bob.offered_help = true;
  meet(world, {}, bob);
  CHECK_FALSE(may_ask_bob(*world.snapshot()));
  calendar::OwnProfile own;
  own.seniority = 2;
  world.own(own);
  calendar::Goal goal;
  goal.uid = Uid("goal-2");
  goal.targets = {Uid("bob")};
  goal.weekly_asks = 2;
  world.journal(goal);
  const auto snapshot = world.snapshot();
  CHECK(may_ask_bob(*snapshot));
  suggest::Settings settings;
  settings.started = snapshot->first_day();
  const auto all = snapshot->ranking().candidates(settings);
  CHECK(std::any_of(all.begin(), all.end(), [](const suggest::Suggestion& one) {
    return one.rule == Rule::ask && one.person == Uid("bob");
  }));
}
