// Rows 67–90: career strategy, venues, asks.
#include <catch2/catch.hpp>
#include <cmath>

#include "core/network/follow_through.h"
#include "core/network/goal.h"
#include "core/network/reach.h"
#include "core/network/role_history.h"
#include "core/network/words_match.h"
#include "core/relations/ask.h"
#include "core/relations/checklist.h"
#include "core/relations/hints.h"
#include "core/relations/motives.h"
#include "core/relations/script.h"
#include "tests/unit/network/toy.h"
#include "tests/unit/relations/favours.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::network;
using namespace goodturn::relations;
using relations::ago;
using relations::today;

namespace {

/// A firm with a head (0), four heads of unit (1–4) and `each` people below each of them.
Hierarchy firm(std::size_t each) {
  std::vector<std::optional<std::size_t>> bosses = {std::nullopt, 0, 0, 0, 0};
  for (std::size_t unit = 1; unit <= 4; ++unit) bosses.insert(bosses.end(), each, unit);
  return Hierarchy(std::move(bosses));
}

}  // namespace

TEST_CASE("features_067_the_own_boss_is_no_target") {
  const Hierarchy hierarchy = firm(8);
  const std::vector<Post> posts(hierarchy.size(), Post{"Example", 2, true});
  for (std::size_t boss = 0; boss < hierarchy.size(); ++boss)
    for (const ClassReach& reach : class_reach(hierarchy, posts, boss, std::nullopt))
      for (const std::size_t person : reach.people) REQUIRE(person != boss);
}

TEST_CASE("features_068_parallel_and_above_the_boss") {
  // Boss 5 is one of eight below head 1: 3 · 8 people are level with them elsewhere, 2 stand above.
  const Hierarchy hierarchy = firm(8);
  std::vector<Post> posts(hierarchy.size(), Post{"Example", 2, false});
  posts[13].is_contact = posts[21].is_contact = posts[0].is_contact = true;
  const auto classes = class_reach(hierarchy, posts, 5, std::nullopt);
  CHECK(classes[0].of == ReachClass::parallel_other);
  CHECK(classes[0].reached == Share{2, 24});
  CHECK(classes[1].reached == Share{1, 2});
  CHECK(classes[3].reached == Share{0, 7});
}

TEST_CASE("features_069_steps_to_people_with_power") {
  std::vector<double> strengths(8, 0.0);
  strengths[C] = 0.6;
  CHECK(steps_to(toy_contacts(), C, strengths) == 1);
  CHECK(steps_to(toy_contacts(), D, strengths) == 2);
}

TEST_CASE("features_070_goal_completeness") {
  Goal goal;
  goal.titles = {"head of design"};
  goal.industries = {"shipping"};
  goal.companies = {"Example Ltd"};
  CHECK(std::lround(100 * *completeness(goal).value()) == 60);
}

TEST_CASE("features_071_who_can_introduce") {
  std::vector<double> strengths(8, 0.0);
  strengths[A] = 0.2;
  strengths[B] = 0.5;
  const auto paths = warm_paths(toy_contacts(), C, strengths);
  REQUIRE_FALSE(paths.empty());
  CHECK(paths[0].via == B);
}

TEST_CASE("features_072_scripts_with_fields") {
  Script script;
  script.text = "Dear {firstName}, how is {topic} going?";
  const auto known = [](std::string_view name) {
    return name == "firstName" ? std::optional<std::string>("Ada") : std::nullopt;
  };
  CHECK(fill(script, known).text.empty());
  CHECK(fill(script, known).missing == std::vector<std::string>{"topic"});
  script.text = "Dear {firstName}!";
  CHECK(fill(script, known).text == "Dear Ada!");
}

TEST_CASE("features_073_three_prongs_add_up") {
  const std::vector<int> prongs = percentages(std::vector{5, 1, 1});
  CHECK(prongs == std::vector{72, 14, 14});
  CHECK(prongs[0] + prongs[1] + prongs[2] == 100);
}

TEST_CASE("features_074_gifts_by_motive") {
  CHECK(gifts_for({0, 2, 1})[0] == GiveKind::public_recognition);
  CHECK(gifts_for({2, 0, 1})[0] == GiveKind::access);
  CHECK(gifts_for({0, 1, 2})[0] == GiveKind::introduction);
}

TEST_CASE("features_076_order_of_venues") {
  std::vector<VenueEvent> events(3, VenueEvent{"class", 5});
  events.insert(events.end(), 2, VenueEvent{"meetup", 0});
  CHECK(venue_yields(events)[0].type == "conference");
  CHECK(venue_yields(events)[8].type == "club");
  events.push_back({"meetup", 0});
  CHECK(venue_yields(events)[0].type == "class");
}

TEST_CASE("features_081_collected_noes") {
  std::vector<Ask> asks(7, ask(AskState::no, 20));
  asks.insert(asks.end(), 3, ask(AskState::yes, 20));
  CHECK(answers_of(asks, today).no == 7);
}

TEST_CASE("features_082_each_ask_has_a_checklist") {
  for (const AskKind kind : all_ask_kinds) {
    CHECK(checklist_of(kind).size() >= 3);
    for (const std::string_view step : checklist_of(kind)) CHECK_FALSE(step.empty());
  }
  CHECK(checklist_of(AskKind::referral)[0] != checklist_of(AskKind::feedback)[0]);
}

TEST_CASE("features_083_warm_before_cold") {
  std::vector<double> strengths(8, 0.0);
  strengths[C] = 0.6;
  CHECK_FALSE(warm_paths(toy_contacts(), D, strengths).empty());
  CHECK(warm_paths(toy_contacts(), G, strengths).empty());
}

TEST_CASE("features_084_relatedness") {
  CHECK(*relatedness(std::vector{4, 3, 5}) == 4);
  CHECK_FALSE(relatedness({}));
}

TEST_CASE("features_085_source_of_belonging") {
  CHECK(belonging_is_due(std::vector{gave(1, 200, GiveKind::thanks)}, 15, today));
  CHECK(belonging_is_due({}, 15, today));
  CHECK_FALSE(belonging_is_due(std::vector{gave(1, 20, GiveKind::thanks)}, 15, today));
}

TEST_CASE("features_087_shared_interests") {
  const std::vector<std::string> one = {"a", "b"}, other = {"b", "c"};
  CHECK(word_overlap(one, other) == Approx(1.0 / 3).margin(1e-6));
}

TEST_CASE("features_089_energy_caps_the_week") {
  std::vector<suggest::Contact> contacts;
  for (int i = 0; i < 12; ++i) contacts.push_back(suggest::regular("P" + std::to_string(i), 10 + i, 45 + i));
  CHECK(suggest::week_of(contacts, 2).size() == 2);
}

TEST_CASE("features_090_from_cold_to_friend") {
  const std::vector<RoleTerm> terms = {{Uid("ada"), "friend", ago(10), std::nullopt},
                                       {Uid("ada"), "cold", ago(900), ago(700)},
                                       {Uid("ada"), "mentor", ago(700), std::nullopt},
                                       {Uid("bob"), "ally", ago(800), std::nullopt}};
  std::vector<std::string> roles;
  for (const RoleTerm& term : history_of(terms, Uid("ada"))) roles.push_back(term.role);
  CHECK(roles == std::vector<std::string>{"cold", "mentor", "friend"});
  CHECK(history_of(terms, Uid("ada"))[0].since == ago(900));
}
