// Nothing is proposed about people who are marked never, who have died, who are snoozed, and who rest.
#include "helper/people/writing.h"
#include "helper/reports/balance_report.h"
#include "helper/reports/goals_report.h"
#include "helper/reports/roles_report.h"
#include "tests/unit/reports/small_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

using Names = std::vector<std::string>;
const std::vector<std::string> everybody = {"dead", "eva", "never", "resting", "snoozed"};

/// Five living ties alike in everything but their marks; Eva has none.
void meet(SmallWorld& world) {
  for (const std::string& uid : everybody) {
    world.living(uid);
    calendar::Profile profile;
    profile.layer = 5;
    profile.seniority = 3;
    profile.ratings.willing = 2;
    profile.interests = {"compilers"};
    profile.powers = {Power::can_hire};
    profile.is_deceased = uid == "dead";
    profile.do_not_suggest = uid == "never";
    if (uid == "snoozed") profile.snoozed_until = SmallWorld::ago(-20);
    world.profile(profile, uid);
  }
  for (const int days : {4, 2}) world.shown("resting", days);
}

template <class Rows>
Names names(const Rows& rows) {
  Names all;
  for (const auto& row : rows) all.push_back(row.who.name);
  return all;
}

}  // namespace

TEST_CASE("no role is proposed to people of whom nothing may be suggested") {
  SmallWorld world;
  meet(world);
  calendar::OwnProfile own;
  own.seniority = 2;
  world.own(own);
  const RolesReport report = roles_report(*world.snapshot(), world.now(), Language::en, Friends::included);
  REQUIRE_FALSE(report.seats.empty());
  for (const Seat& seat : report.seats) CHECK(names(seat.candidates) == Names{"Eva"});
}

TEST_CASE("no text is for people of whom nothing may be suggested") {
  SmallWorld world;
  meet(world);
  const Readers readers = readers_of(*world.snapshot(), "A piece on compilers.");
  REQUIRE(readers.people.size() == 1);
  CHECK(readers.people[0].person.name == "Eva");
}

TEST_CASE("no thanks, gift or kind word is proposed for people of whom nothing may be suggested") {
  SmallWorld world;
  meet(world);
  for (const std::string& uid : everybody) world.received(uid, 10, GiveKind::help, 3);
  const BalanceReport report = balance_report(*world.snapshot(), world.now(), Language::en);
  REQUIRE(report.is_taking);
  CHECK(names(report.ideas) == Names{"Eva"});
  CHECK(names(report.thanks_due) == Names{"Eva"});
  CHECK(names_of(report.belonging_due) == Names{"Eva"});
  const Names owed = names(report.owed);
  CHECK(owed.size() == 4);
  CHECK(std::find(owed.begin(), owed.end(), "Dead") == owed.end());
}

TEST_CASE("no limit is proposed for people of whom nothing may be suggested") {
  SmallWorld world;
  meet(world);
  for (const std::string& uid : everybody)
    for (int days = 1; days <= 6; ++days) world.gave(uid, 10 * days);
  CHECK(names(balance_report(*world.snapshot(), world.now(), Language::en).one_way) == Names{"Eva"});
}

TEST_CASE("no way to a goal leads through people of whom nothing may be suggested") {
  SmallWorld world;
  meet(world);
  world.person("zoe");
  for (const std::string& uid : everybody) world.pair(uid, "zoe");
  calendar::Goal goal;
  goal.uid = Uid("goal");
  goal.targets = {Uid("zoe"), Uid("dead")};
  world.journal(goal);
  const GoalsReport report = goals_report(*world.snapshot(), world.now(), Language::en);
  REQUIRE(report.goals.size() == 1);
  CHECK(names(report.goals[0].targets) == Names{"Zoe"});
  CHECK(names_of(report.goals[0].targets[0].way.via) == Names{"Eva"});
  CHECK(names_of(report.not_told) == Names{"Eva"});
  const Names deciding = names(report.decision_makers);
  CHECK(deciding.size() == 4);
  CHECK(std::find(deciding.begin(), deciding.end(), "Dead") == deciding.end());
}
