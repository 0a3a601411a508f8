// Rows that the weekly list shows: modes, slots and what enters it.
#include <algorithm>
#include <catch2/catch.hpp>

#include "core/suggest/build_now.h"
#include "core/suggest/offer.h"
#include "tests/unit/relations/seed.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;

namespace {

long count_of(const std::vector<Suggestion>& suggestions, Rule rule) {
  return std::count_if(suggestions.begin(), suggestions.end(),
                       [&](const Suggestion& suggestion) { return suggestion.rule == rule; });
}

/// Mails only, with somebody of another organisation who likes sailing.
Contact casual(const std::string& name) {
  Contact contact = person(name);
  contact.organisation = "Kontor";
  contact.profile.interests = {"sailing"};
  for (const int days : {60, 40, 20})
    contact.touches.push_back(touch_ago(days, Channel::mail, Direction::out));
  return contact;
}

Circle sailing_user() {
  Circle circle;
  circle.own.interests = {"sailing"};
  circle.own.organisation = "Werft";
  return circle;
}

network::Goal goal_at(const std::string& company) {
  network::Goal goal;
  goal.companies = {company};
  goal.budget.asks = 3;
  return goal;
}

}  // namespace

TEST_CASE("features_029_purist_mode") {
  auto random = seeded();
  for (int round = 0; round < 5; ++round) {
    const std::vector<Contact> contacts = crowd(random, 200);
    Circle circle = anything(random, contacts);
    circle.own.purist = true;
    const std::vector<Suggestion> week = week_of(contacts, 10, circle);
    REQUIRE_FALSE(week.empty());
    for (const Suggestion& s : week) {
      INFO(to_string(s.rule));
      REQUIRE((is_pure_give(s.rule) || s.rule == Rule::promised));
    }
  }
}

TEST_CASE("features_031_build_now_has_a_slot_a_week") {
  const std::vector<Contact> contacts = {casual("Ada"), casual("Bob"), casual("Cy")};
  Circle circle = sailing_user();
  CHECK(count_of(candidates(contacts, now, {}, circle), Rule::build_now) == 3);
  CHECK(count_of(week_of(contacts, 5, circle), Rule::build_now) == 1);
  circle.own.crisis = today;
  const std::vector<Suggestion> crisis = week_of(contacts, 5, circle);
  CHECK(count_of(crisis, Rule::build_now) == 0);
  CHECK(count_of(crisis, Rule::warm_contacts) == 3);
}

TEST_CASE("features_034_one_deepening_a_week") {
  std::vector<Contact> contacts;
  for (int i = 0; i < 6; ++i) contacts.push_back(casual("P" + std::to_string(i)));
  const Circle circle = sailing_user();
  CHECK(count_of(candidates(contacts, now, {}, circle), Rule::deepen) == 6);
  CHECK(count_of(week_of(contacts, 10, circle), Rule::deepen) == 1);
  contacts[0].showings = {{Uid("s"), Rule::deepen, today, std::nullopt, std::nullopt, true, std::nullopt}};
  CHECK(count_of(week_of(contacts, 10, circle), Rule::deepen) == 0);
}

TEST_CASE("features_038_new_job_is_asked_about_a_month_later") {
  Contact ada = regular("Ada", 14, 5);
  ada.profile.started_job = today;
  CHECK(count_of(week_of({ada}), Rule::celebrate) == 0);
  const Day later = today + std::chrono::days(24);
  const auto all = candidates(std::vector{ada}, {later + std::chrono::hours(12), later}, {});
  const auto found =
      std::find_if(all.begin(), all.end(), [](const Suggestion& s) { return s.rule == Rule::celebrate; });
  REQUIRE(found != all.end());
  CHECK(found->due == today + std::chrono::days(30));
}

TEST_CASE("features_047_what_the_user_knows_is_in_the_list") {
  Contact ada = regular("Ada", 14, 5);
  ada.profile.needs = {"Rust"};
  Circle circle;
  circle.own.offers = {"Rust"};
  CHECK(count_of(week_of({ada}, 5, circle), Rule::give_match) == 1);
}

TEST_CASE("features_054_introduction_in_the_list") {
  Contact ada = regular("Ada", 14, 5), bob = regular("Bob", 14, 6);
  ada.profile.needs = {"Rust speaker"};
  bob.profile.offers = {"Rust speaker"};
  const std::vector<Suggestion> week = week_of({ada, bob});
  REQUIRE(week.size() == 1);
  CHECK(week[0].rule == Rule::introduce);
  CHECK(week[0].person == bob.uid);
}

TEST_CASE("features_067_the_own_boss_is_no_target_in_the_list") {
  Contact boss = regular("Boss", 14, 5);
  boss.organisation = "Werft";
  boss.profile.ratings.willing = 2;
  boss.profile.powers = {Power::can_hire};
  boss.profile.seniority = 5;
  boss.ledger = {favour(relations::LedgerSide::gave, 30)};
  Circle circle;
  circle.goals = {goal_at("Werft")};
  CHECK(count_of(candidates(std::vector{boss}, now, {}, circle), Rule::decision_maker) == 1);
  CHECK(count_of(candidates(std::vector{boss}, now, {}, circle), Rule::ask) == 1);
  circle.own.boss = boss.uid;
  for (const Suggestion& s : candidates(std::vector{boss}, now, {}, circle)) CHECK_FALSE(is_stretch(s.rule));
}

TEST_CASE("features_083_a_warm_way_comes_before_a_cold_one") {
  Contact via = regular("Via", 14, 5), target = person("Target");
  via.ledger = {favour(relations::LedgerSide::gave, 30)};
  Circle circle;
  circle.goals = {goal_at("Nowhere")};
  circle.goals[0].targets = {target.uid};
  circle.signs = {{0, 1, PairEvidence::user_said, ago(1), 2}};
  const auto all = of_rule({via, target}, Rule::ask, {}, circle);
  REQUIRE(all.size() == 1);
  CHECK(all[0].person == via.uid);
  CHECK(all[0].other == target.uid);
  // Nothing cold beside it: the list says nothing to the stranger, by whatever rule.
  for (const Suggestion& one : candidates(std::vector{via, target}, now, {}, circle))
    CHECK(one.person != target.uid);
}

TEST_CASE("features_089_the_energy_budget_caps_the_list") {
  auto random = seeded();
  const std::vector<Contact> contacts = crowd(random, 200);
  const Circle circle = anything(random, contacts);
  for (const int budget : {0, 1, 2, 5})
    CHECK(week_of(contacts, budget, circle).size() <= static_cast<std::size_t>(budget));
  CHECK(week_of(contacts, 2, circle).size() == 2);
}
