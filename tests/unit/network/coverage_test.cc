// metrics.md 2.10.
#include "core/network/coverage.h"

#include <catch2/catch.hpp>

#include "core/network/role_gap.h"
#include "tests/support/in_english.h"

using namespace goodturn;
using namespace goodturn::network;
using relations::Liveliness;
using relations::Share;

namespace {

RoleHolder holder(const char* person, const char* role, Liveliness word = Liveliness::alive) {
  return {Uid(person), role, word};
}

RoleProspect prospect(const char* person) {
  return {Uid(person), {"ally"}, {}, Liveliness::alive, 15, 4, 0.5, 2, 2, 1};
}

std::vector<std::string> names(const std::string& role, const std::vector<RoleProspect>& prospects,
                               std::optional<int> own = 2) {
  std::vector<std::string> list;
  for (const RoleCandidate& candidate : candidates_for(role, prospects, own))
    list.push_back(candidate.person.value);
  return list;
}

}  // namespace

TEST_CASE("Half of the slots are filled in the example") {
  const std::vector holders = {holder("ada", "mentor"), holder("bob", "mentor"), holder("cy", "ally"),
                               holder("dee", "sounding-board"), holder("ada", "mentor")};
  const std::optional<Coverage> map = coverage(default_needs(), holders);
  REQUIRE(map);
  CHECK(map->filled == Share{3, 6});
  CHECK(map->slots_met == Share{2, 5});
  CHECK(map->slots[0].have == 2);
}

TEST_CASE("The weighted example") {
  const std::vector<RoleSlot> slots = {{"mentor", 1, 2, 1.2},
                                       {"sponsor", 1, 0, 0},
                                       {"ally", 1, 1, 0.4},
                                       {"sounding-board", 2, 1, 0.9},
                                       {"challenger", 1, 0, 0}};
  CHECK(*active_coverage(slots) == Approx(0.383333).margin(1e-6));
  CHECK_FALSE(active_coverage({}));
}

TEST_CASE("Fading holders count half, quiet ones not at all") {
  const std::vector holders = {holder("ada", "mentor", Liveliness::fading), holder("bob", "sponsor"),
                               holder("cy", "ally", Liveliness::quiet)};
  const std::optional<Coverage> map = coverage(default_needs(), holders);
  CHECK(map->filled == Share{3, 6});
  CHECK(map->active == Approx(1.5 / 6).margin(1e-6));
}

TEST_CASE("Without a need nothing is said; without holders the map is empty") {
  CHECK_FALSE(coverage({}, std::vector{holder("ada", "mentor")}));
  CHECK_FALSE(coverage(std::vector<RoleNeed>{{"mentor", 0}}, {}));
  const std::optional<Coverage> map = coverage(default_needs(), {});
  CHECK(map->filled == Share{0, 6});
  CHECK(map->active == 0);
  CHECK(map->concentration == Share{0, 0});
  CHECK(map->carrier.empty());
}

TEST_CASE("One person carries three of four filled slots") {
  const std::vector holders = {holder("dana", "mentor"), holder("dana", "sponsor"), holder("dana", "ally"),
                               holder("bob", "challenger")};
  const std::optional<Coverage> map = coverage(default_needs(), holders);
  CHECK(*map->concentration.value() == 0.75);
  CHECK(map->carrier == Uid("dana"));
}

TEST_CASE("The carrier is who fills most, wherever the name stands; of equal ones the first") {
  const std::vector holders = {holder("ada", "mentor"), holder("ada", "sponsor"), holder("zoe", "ally")};
  CHECK(coverage(default_needs(), holders)->concentration == Share{2, 3});
  CHECK(coverage(default_needs(), holders)->carrier == Uid("ada"));
  const std::vector equal = {holder("zoe", "mentor"), holder("ada", "ally")};
  CHECK(coverage(default_needs(), equal)->carrier == Uid("ada"));
}

TEST_CASE("Nobody carries what a second person holds too") {
  const std::vector holders = {holder("dana", "mentor"), holder("eve", "mentor")};
  const std::optional<Coverage> map = coverage(default_needs(), holders);
  CHECK(map->concentration == Share{0, 1});
  CHECK(map->carrier.empty());
}

TEST_CASE("Candidates for a role are alive, close, willing and lack it") {
  const auto changed = [](auto change) {
    RoleProspect person = prospect("ada");
    change(person);
    return names("mentor", {person}).size();
  };
  CHECK(changed([](RoleProspect&) {}) == 1);
  CHECK(changed([](RoleProspect& p) { p.liveliness = Liveliness::fading; }) == 0);
  CHECK(changed([](RoleProspect& p) { p.layer = 150; }) == 0);
  CHECK(changed([](RoleProspect& p) { p.layer = 0; }) == 0);
  CHECK(changed([](RoleProspect& p) { p.layer = 50; }) == 1);
  CHECK(changed([](RoleProspect& p) { p.willing = 0; }) == 0);
  CHECK(changed([](RoleProspect& p) { p.roles = {"mentor"}; }) == 0);
  CHECK(changed([](RoleProspect& p) { p.closed_roles = {"mentor"}; }) == 0);
  CHECK(changed([](RoleProspect& p) { p.closed_roles = {"ally"}; }) == 1);
  CHECK(changed([](RoleProspect& p) { p.seniority.reset(); }) == 1);
}

TEST_CASE("A rating is a product, and an unrated part leaves nothing") {
  RoleProspect person = prospect("ada");
  person.experience = 1;
  CHECK(target_rating(person) == 2);  // 1 · 2 · 1
  person.willing = 2;
  CHECK(target_rating(person) == 4);
  person.influence = 0;
  CHECK(target_rating(person) == 0);
}

TEST_CASE("A sponsor stands above the user, as far as that is known") {
  RoleProspect same = prospect("same"), unknown = prospect("unknown"), above = prospect("above");
  same.seniority = 2;
  unknown.seniority.reset();
  above.seniority = 3;
  CHECK(names("sponsor", {same, unknown, above}) == std::vector<std::string>{"above"});
  CHECK(names("sponsor", {above}, std::nullopt).empty());
}

TEST_CASE("Candidates come strongest first, with two reasons each") {
  RoleProspect strong = prospect("strong"), weak = prospect("weak"), level = prospect("level");
  strong.strength = 0.9;
  level.strength = 0.9;
  level.seniority = 2;
  level.willing = 2;
  CHECK(names("mentor", {weak, strong, level}) == std::vector<std::string>{"level", "strong", "weak"});
  const auto candidates = candidates_for("mentor", std::vector{strong, level}, 2);
  CHECK(tests::english(candidates[0].reasons[0]) == "among the 15 people you are in touch with most");
  CHECK(tests::english(candidates[0].reasons[1]) == "you noted them as very willing");
  CHECK(tests::english(candidates[1].reasons[1]) == "2 levels above you");
}
