// The rules that cost courage: role gap, decision-maker, ask, revive; deepen and diversify; build now.
#include <catch2/catch.hpp>

#include "core/suggest/build_now.h"
#include "core/suggest/offer.h"
#include "tests/support/in_english.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using goodturn::tests::english;
using relations::LedgerSide;

namespace {

Contact willing(const std::string& name, int gap = 14) {
  Contact contact = regular(name, gap, 10);
  contact.profile.ratings.willing = 2;
  return contact;
}

Contact at_orchard(const std::string& name) {
  Contact contact = regular(name, 14, 10);
  contact.organisation = "Orchard";
  return contact;
}

}  // namespace

TEST_CASE("An empty place of the role map is a suggestion only where there is a goal") {
  const Suggestion gap = of_rule({willing("Ada")}, Rule::role_gap, {}, with_goal()).at(0);
  CHECK(english(gap.why) ==
        "You have 0 of 1 people for the role “mentor”. Ada is among the 5 people you are in touch with most. "
        "Ada is willing by your notes.");
  CHECK(english(gap.idea) ==
        "Ask how Ada would feel about it: somebody who gives advice and shares experience.");
  Circle without = with_goal();
  without.goals.clear();
  CHECK(of_rule({willing("Ada")}, Rule::role_gap, {}, without).empty());
  Contact unrated = willing("Ada");
  unrated.profile.ratings.willing = 0;
  CHECK(of_rule({unrated}, Rule::role_gap, {}, with_goal()).empty());
}

TEST_CASE("A filled role, a closed alliance and the own boss leave no gap to suggest") {
  Contact mentor = willing("Mentor");
  mentor.roles = {Role::mentor};
  CHECK(of_rule({willing("Ada"), mentor}, Rule::role_gap, {}, with_goal()).empty());
  Contact closed = willing("Ada");
  closed.closed_roles = {"mentor"};
  CHECK(of_rule({closed}, Rule::role_gap, {}, with_goal()).empty());
  Circle circle = with_goal();
  circle.own.boss = Uid("uid-Ada");
  CHECK(of_rule({willing("Ada")}, Rule::role_gap, {}, circle).empty());
}

TEST_CASE("A role of the user's own words is filled by a tag, in any case of its letters") {
  Circle circle = with_goal();
  circle.own.wanted_roles = {{"Bee Keeper", 1}};
  const Contact ada = willing("Ada");
  Contact bea = willing("Bea");
  REQUIRE_FALSE(of_rule({ada, bea}, Rule::role_gap, {}, circle).empty());
  bea.tags.push_back("bee KEEPER");
  CHECK(of_rule({ada, bea}, Rule::role_gap, {}, circle).empty());
  bea.tags.back() = "bee";
  CHECK_FALSE(of_rule({ada, bea}, Rule::role_gap, {}, circle).empty());
}

TEST_CASE("A sponsor stands above the user") {
  Circle circle = with_goal();
  circle.own.wanted_roles = {{"sponsor", 1}};
  Contact ada = willing("Ada");
  ada.profile.seniority = 2;
  CHECK(of_rule({ada}, Rule::role_gap, {}, circle).empty());
  ada.profile.seniority = 4;
  CHECK(of_rule({ada}, Rule::role_gap, {}, circle).at(0).evidence.levels == 2);
}

TEST_CASE("Decision-makers near the goal, never the own boss, never without a rating") {
  Contact ada = willing("Ada");
  ada.organisation = "Orchard";
  ada.profile.powers = {Power::can_hire};
  Circle circle = with_goal();
  const Suggestion tell = of_rule({ada}, Rule::decision_maker, {}, circle).at(0);
  CHECK(english(tell.why) ==
        "You noted that Ada can hire. This is close to your goal. You last met on 12 November.");
  circle.own.boss = ada.uid;
  CHECK(of_rule({ada}, Rule::decision_maker, {}, circle).empty());
  ada.profile.ratings.willing = 0;
  CHECK(of_rule({ada}, Rule::decision_maker, {}, with_goal()).empty());
}

TEST_CASE("An ask waits for a gift, for the goal's number of asks, and for the last answer") {
  Contact ada = at_orchard("Ada");
  const auto asks = [&](const Circle& circle = with_goal()) { return of_rule({ada}, Rule::ask, {}, circle); };
  CHECK(asks().empty());
  ada.ledger = {favour(LedgerSide::gave, 30)};
  REQUIRE(asks().size() == 1);
  CHECK(english(asks()[0].why) ==
        "You gave something once and asked for nothing so far. This is close to your goal. You last met "
        "on 12 "
        "November.");
  CHECK(asks()[0].ask == AskKind::informational_interview);
  CHECK(asks()[0].silence_since == ada.touches.back().day);
  ada.profile.powers = {Power::can_hire};
  CHECK(asks()[0].ask == AskKind::warm_application);
  Circle none = with_goal();
  none.goals[0].budget.asks = 0;
  CHECK(asks(none).empty());
  ada.asks = {{Uid("a"), ada.uid, ago(10), AskKind::advice, AskState::open, ""}};
  CHECK(asks().empty());
  ada.asks[0].state = AskState::yes;
  CHECK(asks().empty());
  ada.ledger.push_back(favour(LedgerSide::gave, 2));
  CHECK(asks().size() == 1);
}

TEST_CASE("A person of the goal is reached through the strongest warm contact, not coldly") {
  Contact via = regular("Via", 7, 5), weak = regular("Weak", 30, 20), target = person("Target");
  for (Contact* contact : {&via, &weak}) contact->ledger = {favour(LedgerSide::gave, 30)};
  Circle circle = with_goal();
  circle.goals[0].targets = {target.uid};
  circle.signs = {{0, 2, PairEvidence::user_said, ago(3), 2}, {1, 2, PairEvidence::user_said, ago(3), 2}};
  const auto all = of_rule({via, weak, target}, Rule::ask, {}, circle);
  REQUIRE(all.size() == 1);
  CHECK(all[0].person == via.uid);
  CHECK(all[0].ask == AskKind::introduction);
  CHECK(all[0].other == target.uid);
  CHECK(english(all[0].why) ==
        "You gave something once and asked for nothing so far. Via knows Target, who is part of your goal. "
        "You last met on 17 November.");
}

TEST_CASE("A tie that slept for three years may be called, the trusted first") {
  Contact old = regular("Old", 20, 1200), trusted = regular("Trusted", 20, 1200, 2);
  trusted.tags.clear();
  trusted.profile.is_trusted = true;
  const auto all = of_rule({old, trusted, regular("Zoe", 30, 10)}, Rule::revive);
  REQUIRE(all.size() == 2);
  CHECK(all[0].person == trusted.uid);
  CHECK(all[0].value == Approx(0.45));
  CHECK(all[1].value == Approx(0.45 * 0.5));
  CHECK(all[0].is_call);
  CHECK(english(all[1].why) ==
        "You last met on 10 August 2023, 3 years ago. Ties that slept for years often have news that nobody "
        "near "
        "you has.");
  CHECK(of_rule({regular("Fresh", 20, 1000)}, Rule::revive).empty());
}

TEST_CASE("Around somebody who is met anyway a sleeping tie brings little news") {
  Contact old = regular("Old", 20, 1200), near = regular("Near", 10, 3);
  Circle circle;
  circle.signs = {{0, 1, PairEvidence::user_said, ago(3), 2}};
  CHECK(of_rule({old, near}, Rule::revive, {}, circle).empty());
  CHECK(of_rule({old, near}, Rule::revive).size() == 1);
}

TEST_CASE("Deepen needs short contacts only, and something in common") {
  Contact ada = person("Ada");
  ada.profile.interests = {"sailing"};
  for (const int days : {60, 40, 20}) ada.touches.push_back(touch_ago(days, Channel::mail, Direction::out));
  Circle circle;
  circle.own.interests = {"sailing", "chess"};
  const Suggestion deepen = of_rule({ada}, Rule::deepen, {}, circle).at(0);
  CHECK(deepen.value == Approx(0.25));
  CHECK(
      english(deepen.why) ==
      "You and Ada both like “sailing”. In the last year there were only short contacts. You last wrote on 2 "
      "November.");
  CHECK(of_rule({ada}, Rule::deepen).empty());
  ada.touches.push_back(touch_ago(10, Channel::call));
  CHECK(of_rule({ada}, Rule::deepen, {}, circle).empty());
}

TEST_CASE("Diversify looks outside the own house") {
  Contact ada = person("Ada", {60, 20});
  ada.organisation = "Kontor";
  ada.profile.interests = {"sailing"};
  Circle circle;
  circle.own.interests = {"sailing"};
  CHECK(of_rule({ada, regular("Zoe", 30, 10)}, Rule::diversify, {}, circle).empty());
  circle.own.organisation = "Werft";
  CHECK(of_rule({ada, regular("Zoe", 30, 10)}, Rule::diversify, {}, circle).size() == 1);
  ada.organisation = "werft";
  CHECK(of_rule({ada, regular("Zoe", 30, 10)}, Rule::diversify, {}, circle).empty());
}

TEST_CASE("At most one stretch and one deepening a week") {
  std::vector<Contact> contacts;
  Circle circle = with_goal();
  circle.own.interests = {"sailing"};
  for (int i = 0; i < 4; ++i) {
    contacts.push_back(regular("Old" + std::to_string(i), 20, 1200 + i));
    Contact& thin = contacts.emplace_back(person("Thin" + std::to_string(i)));
    thin.profile.interests = {"sailing"};
    for (const int days : {60, 40, 20})
      thin.touches.push_back(touch_ago(days, Channel::mail, Direction::out));
  }
  CHECK(of_rule(contacts, Rule::deepen, {}, circle).size() == 4);
  CHECK(of_rule(contacts, Rule::revive, {}, circle).size() == 4);
  int stretches = 0, deepened = 0;
  for (const Suggestion& s : week_of(contacts, 5, circle)) {
    stretches += is_stretch(s.rule);
    deepened += s.rule == Rule::deepen;
  }
  CHECK(stretches == 1);
  CHECK(deepened == 1);
}

TEST_CASE("Readiness below one half brings one word to build on, outside the own house") {
  Contact ada = person("Ada");
  ada.organisation = "Kontor";
  for (const int days : {55, 35, 15}) ada.touches.push_back(touch_ago(days, Channel::mail, Direction::out));
  Contact bob = ada;
  bob.uid = Uid("uid-Bob");
  bob.name = "Bob";
  Circle circle;
  circle.own.organisation = "Werft";
  const auto build = of_rule({ada, bob}, Rule::build_now, {}, circle);
  REQUIRE(build.size() == 2);
  CHECK(build[0].evidence.readiness == 33);
  CHECK(build[0].title == Said("week.title_suggest_talk", {{"person", std::string("Ada")}}));
  CHECK(build[0].silence_since == ago(15));
  CHECK(
      english(build[0].why) ==
      "You last wrote on 7 November. Readiness for a hard time stands at 33 %, and building works best while "
      "nothing is needed.");
  int in_week = 0;
  for (const Suggestion& s : week_of({ada, bob}, 5, circle)) in_week += s.rule == Rule::build_now;
  CHECK(in_week == 1);
  circle.own.boss = ada.uid;
  CHECK(of_rule({ada, bob}, Rule::build_now, {}, circle).size() == 1);
  std::vector<Contact> many(readiness_offers + 2, bob);
  for (std::size_t i = 0; i < many.size(); ++i) many[i].uid = Uid("uid-" + std::to_string(i));
  CHECK(of_rule(many, Rule::build_now, {}, circle).size() == readiness_offers);
}
