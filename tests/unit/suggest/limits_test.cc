// The limits of each rule: the last day on which it speaks and the first on which it does not, and each
// condition by itself (ranking.md 3.2; features.md).
#include <catch2/catch.hpp>
#include <cmath>

#include "core/suggest/ask.h"
#include "core/suggest/ask_days.h"
#include "core/suggest/decision_maker.h"
#include "core/suggest/deepen.h"
#include "core/suggest/support.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using relations::LedgerSide;

namespace {

std::size_t offered(const Contact& contact, Rule rule, const Circle& circle = {}) {
  return of_rule({contact}, rule, {}, circle).size();
}

/// Met every two weeks, last ten days ago.
Contact known(const std::string& organisation = "") {
  Contact ada = regular("Ada", 14, 10);
  ada.organisation = organisation;
  return ada;
}

Circle at_the_yard() {
  Circle circle;
  circle.own.organisation = "Werft";
  circle.own.interests = {"sailing"};
  return circle;
}

relations::Ask an_ask(int days, AskState state) {
  return {Uid("a"), Uid("uid-Ada"), ago(days), AskKind::advice, state, ""};
}

}  // namespace

TEST_CASE("Limits: the fit of an ask, from the goal and from roles") {
  Circle circle = with_goal();
  const auto fit = [&](const Contact& contact) {
    const AskFit found = ask_fit(contact, circle);
    return std::pair(found.part, found.kind);
  };
  Contact ada = person("Ada");
  CHECK(fit(ada).first == 0);
  ada.organisation = "orchard";
  CHECK(fit(ada) == std::pair(0.8, AskKind::informational_interview));
  ada.profile.powers = {Power::can_connect};
  CHECK(fit(ada) == std::pair(0.8, AskKind::informational_interview));
  ada.profile.powers = {Power::can_hire};
  CHECK(fit(ada) == std::pair(0.8, AskKind::warm_application));
  ada.roles = {Role::sponsor};
  CHECK(fit(ada) == std::pair(0.8, AskKind::warm_application));
  ada.organisation = "Kontor";
  CHECK(fit(ada) == std::pair(0.6, AskKind::sponsor));
  ada.roles = {Role::mentor};
  CHECK(fit(ada) == std::pair(0.5, AskKind::advice));
  ada.roles = {Role::ally};
  CHECK(fit(ada).first == 0);
}

TEST_CASE("Limits: a person named in the goal fits best, whatever else is known of them") {
  Circle circle = with_goal();
  circle.goals[0].targets = {Uid("uid-Ada")};
  const std::pair<const char*, void (*)(Contact&)> known_by[] = {
      {"organisation", [](Contact& c) { c.organisation = "Orchard"; }},
      {"role", [](Contact& c) { c.roles = {Role::sponsor}; }},
      {"ledger", [](Contact& c) { c.ledger = {favour(LedgerSide::gave, 9)}; }},
      {"help", [](Contact& c) { c.profile.offered_help = true; }}};
  for (const auto& [name, know] : known_by) {
    INFO(name);
    Contact ada = person("Ada");
    know(ada);
    CHECK(ask_fit(ada, circle).part == 1);
    CHECK(ask_fit(ada, circle).kind == AskKind::informational_interview);
  }
}

TEST_CASE("Limits: who gave enough is asked only where the goal says for what, and while asks are left") {
  Contact ada = known("Orchard");
  ada.ledger = {favour(LedgerSide::gave, 5)};
  REQUIRE(offered(ada, Rule::ask, with_goal()) == 1);
  Contact stranger = ada;
  stranger.organisation = "Kontor";
  CHECK(offered(stranger, Rule::ask, with_goal()) == 0);
  Circle nameless = with_goal();
  nameless.goals[0].companies.clear();
  ada.roles = {Role::mentor};
  CHECK(offered(ada, Rule::ask, nameless) == 0);
  nameless.goals[0].titles = {"Keeper"};
  CHECK(offered(ada, Rule::ask, nameless) == 1);

  Contact asked = regular("Bob", 14, 10);
  asked.asks = {an_ask(1, AskState::yes)};
  const auto asks = [&](const Circle& circle) { return of_rule({ada, asked}, Rule::ask, {}, circle).size(); };
  Circle circle = with_goal();
  CHECK(asks(circle) == 0);
  circle.goals.push_back(circle.goals[0]);  // one more ask a week by a second goal
  CHECK(asks(circle) == 1);
  asked.asks[0].state = AskState::withdrawn;
  CHECK(asks(with_goal()) == 1);
}

TEST_CASE("Limits: an ask waits thirty days for its answer") {
  Contact ada = known("Orchard");
  ada.roles = {Role::mentor};
  const auto asks = [&](int days, AskState state) {
    ada.asks = {an_ask(days, state)};
    return offered(ada, Rule::ask, with_goal());
  };
  CHECK(asks(30, AskState::open) == 0);
  CHECK(asks(31, AskState::open) == 1);
  CHECK(asks(10, AskState::no) == 1);
}

TEST_CASE("Limits: an ask that stands on another gift, or is for something else, is another one") {
  Contact ada = known("Orchard");
  ada.ledger = {favour(LedgerSide::gave, 5)};
  const auto id = [&] { return of_rule({ada}, Rule::ask, {}, with_goal()).at(0).id; };
  const Uid first = id();
  ada.profile.powers = {Power::can_hire};
  const Uid other_kind = id();
  CHECK(other_kind != first);
  ada.asks = {an_ask(20, AskState::yes)};
  CHECK(id() != other_kind);
}

TEST_CASE("Limits: nobody whom the user meets anyway, or who is left in peace, is reached through others") {
  Contact via = regular("Via", 14, 10), weak = regular("Weak", 14, 10, 3), target = person("Target", {900});
  for (Contact* one : {&via, &weak}) one->ledger = {favour(LedgerSide::gave, 30)};
  Circle circle = with_goal();
  circle.goals[0].targets = {target.uid};
  circle.signs = {{0, 2, PairEvidence::user_said, ago(3), 2}, {1, 2, PairEvidence::user_said, ago(3), 2}};
  // The weaker one stands first in the book.
  const auto ways = [&] {
    std::vector<std::pair<std::string, int>> found;
    for (const Suggestion& ask : of_rule({weak, via, target}, Rule::ask, {}, circle))
      found.emplace_back(ask.person_name, static_cast<int>(std::lround(100 * ask.value / 0.6)));
    return found;
  };
  using Ways = std::vector<std::pair<std::string, int>>;
  CHECK(ways() == Ways{{"Via", 90}});
  via.snoozed_until = today + std::chrono::days(9);
  CHECK(ways() == Ways{{"Weak", 90}});
  weak.ledger.clear();
  CHECK(ways().empty());
  via.snoozed_until.reset();
  target.do_not_suggest = true;
  CHECK(ways().empty());
  target.do_not_suggest = false;
  target.touches.push_back(touch_ago(5));
  CHECK(ways().empty());
}

TEST_CASE("Limits: the days on which something was asked") {
  Contact ada = person("Ada");
  ada.ask_days = {ago(3), ago(9)};
  ada.asks = {an_ask(9, AskState::open), an_ask(7, AskState::withdrawn), an_ask(6, AskState::no)};
  ada.ledger = {favour(LedgerSide::received, 5), favour(LedgerSide::received, 4),
                favour(LedgerSide::gave, 2)};
  ada.ledger[1].asked = ada.ledger[2].asked = true;
  CHECK(ask_days_of(ada) == std::vector{ago(9), ago(6), ago(4), ago(3)});
}

TEST_CASE("Limits: a decision-maker is in touch, willing, no boss, and in no meeting to come") {
  Contact ada = known();
  ada.profile.powers = {Power::influences};
  ada.profile.ratings.willing = 1;
  const auto told_to = [&] { return offered(ada, Rule::decision_maker, with_goal()); };
  CHECK(told_to() == 1);
  ada.planned = now.instant + std::chrono::hours(30);
  CHECK(told_to() == 0);
  ada.planned.reset();
  ada.profile.powers.clear();
  CHECK(told_to() == 0);
  ada.roles = {Role::decision_maker};
  CHECK(told_to() == 1);
  ada.profile.ratings.willing = 3;  // more than there is counts as the most
  CHECK(of_rule({ada}, Rule::decision_maker, {}, with_goal()).at(0).value == Approx(0.6));
  Circle aimless = with_goal();
  aimless.goals[0].companies.clear();
  CHECK(offered(ada, Rule::decision_maker, aimless) == 0);
}

TEST_CASE("Limits: near the goal is a named person or a named company") {
  Circle circle = with_goal();
  Contact ada = person("Ada");
  CHECK_FALSE(is_in_goal(ada, circle));
  ada.organisation = " ORCHARD ";
  CHECK(is_in_goal(ada, circle));
  ada.organisation = "Orchards";
  CHECK_FALSE(is_in_goal(ada, circle));
  circle.goals[0].targets = {Uid("uid-Bob"), Uid("uid-Ada")};
  CHECK(is_in_goal(ada, circle));
  ada.organisation.clear();
  CHECK(is_in_goal(ada, circle));
}

TEST_CASE("Limits: three contact days make a thin tie, four do not") {
  Contact ada = person("Ada", {60, 40, 20});
  ada.organisation = "Kontor";
  ada.profile.interests = {"Sailing"};
  CHECK(offered(ada, Rule::diversify, at_the_yard()) == 1);
  ada.touches.push_back(touch_ago(10));
  CHECK(offered(ada, Rule::diversify, at_the_yard()) == 0);
  ada.touches.pop_back();
  ada.manual_layer = 0;
  CHECK(offered(ada, Rule::diversify, at_the_yard()) == 0);
  CHECK(common_interests(ada, at_the_yard()).word == "sailing");
  ada.profile.interests = {"chess"};
  CHECK(common_interests(ada, at_the_yard()).part == 0);
  CHECK(common_interests(ada, at_the_yard()).word.empty());
}

TEST_CASE("Limits: a fading tie is not deepened, and one with a planned meeting neither") {
  Contact ada = person("Ada");
  ada.profile.interests = {"sailing"};
  for (const int days : {100, 85, 70, 55})
    ada.touches.push_back(touch_ago(days, Channel::mail, Direction::out));
  Contact often = regular("Often", 14, 3);
  const auto state = [&] { return Ranking({ada, often}, at_the_yard(), now).standings()[0].state; };
  const auto deepened = [&] { return of_rule({ada, often}, Rule::deepen, {}, at_the_yard()).size(); };
  REQUIRE(state() == State::fading);
  CHECK(deepened() == 0);
  for (relations::Touch& touch : ada.touches) {
    touch.day += std::chrono::days(45);
    touch.at += std::chrono::days(45);
  }
  REQUIRE(state() == State::alive);
  CHECK(deepened() == 1);
  ada.planned = now.instant + std::chrono::hours(30);
  REQUIRE(state() == State::planned);
  CHECK(deepened() == 0);
}

TEST_CASE("Limits: support for a year after the mark, eight weeks apart") {
  Contact ada = known();
  const auto supported = [&](int mark) {
    ada.profile.grief = ago(mark);
    return offered(ada, Rule::support);
  };
  CHECK(supported(-1) == 0);
  CHECK(supported(0) == 1);
  CHECK(supported(365) == 1);
  CHECK(supported(366) == 0);
  ada.ledger = {favour(LedgerSide::gave, 55, 1, GiveKind::emotional_support)};
  CHECK(supported(100) == 0);
  CHECK(supported(54) == 1);  // given before the loss
  ada.ledger[0].day = ago(-1);
  CHECK(supported(100) == 1);  // noted for tomorrow
  ada.ledger[0] = favour(LedgerSide::received, 55, 1, GiveKind::emotional_support);
  CHECK(supported(100) == 1);
  ada.ledger[0] = favour(LedgerSide::gave, 55, 1, GiveKind::help);
  CHECK(supported(100) == 1);
}

TEST_CASE("Limits: each word of support makes the next one another follow-up") {
  Contact ada = known();
  ada.profile.grief = ago(200);
  const auto id = [&] { return of_rule({ada}, Rule::support).at(0).id; };
  const Uid first = id();
  ada.ledger = {favour(LedgerSide::gave, 150, 1, GiveKind::emotional_support)};
  const Uid second = id();
  CHECK(second != first);
  ada.ledger.push_back(favour(LedgerSide::gave, 60, 1, GiveKind::emotional_support));
  CHECK(id() != second);
  CHECK(id() != first);
  ada.ledger[0].day = ago(200);  // on the day of the mark itself
  CHECK(id() != second);
}
