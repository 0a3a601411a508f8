// All that the rules of courage fill in, field by field: title, reasons, idea, day, factors.
#include <catch2/catch.hpp>

#include "tests/unit/suggest/people.h"
#include "tests/unit/suggest/told.h"

using namespace goodturn;
using namespace goodturn::suggest;
using relations::LedgerSide;

namespace {

std::string told_alone(const Contact& contact, Rule rule, const Circle& circle = {}) {
  const auto all = of_rule({contact}, rule, {}, circle);
  return all.size() == 1 ? told(all[0]) : std::to_string(all.size()) + " suggestions";
}

/// Last met on 12 November.
Contact eager(int willing = 2) {
  Contact ada = regular("Ada", 14, 10);
  ada.profile.ratings.willing = willing;
  return ada;
}

Contact written_to(const std::string& name) {
  Contact contact = person(name);
  contact.organisation = "Kontor";
  contact.profile.interests = {"sailing"};
  for (const int days : {55, 35, 15})
    contact.touches.push_back(touch_ago(days, Channel::mail, Direction::out));
  return contact;
}

Circle of_the_yard() {
  Circle circle;
  circle.own.organisation = "Werft";
  circle.own.interests = {"sailing", "chess"};
  return circle;
}

}  // namespace

TEST_CASE("Told: keep in touch, with the four parts of the score") {
  // Eleven gaps of 14 days, 23 days of silence, the built-in pool (metrics.md 2.5–2.7):
  // u = (11·12/12 + 4·8/12)/15; S̃(23) = 4·(4/12)/15 and S̃(30) = 4·(3/12)/15, so p₇ = 1/4;
  // P(alive) = 1/(1 + .30/11.5·(180/157)^11.25).
  CHECK(told_alone(regular("Ada", 14, 23), Rule::keep_in_touch) ==
        "Write to Ada\n"
        "You last met on 30 October, 23 days ago. Usually it is every 14 days. This is among the people you "
        "are in touch with most. Until then you were in touch steadily.\n"
        "Nothing concrete is noted; a short hello is enough.\n"
        "by 2026-11-27, silent since 2026-10-30\n"
        "strength 1, chance without help 0.25, silence 0.9111, alive 0.8917");
}

TEST_CASE("Told: an empty role, with how many hold it and what speaks for the person") {
  CHECK(told_alone(eager(), Rule::role_gap, with_goal()) ==
        "Talk with Ada about a role\n"
        "You have 0 of 1 people for the role “mentor”. Ada is among the 5 people you are in touch with most. "
        "Ada is willing by your notes.\n"
        "Ask how Ada would feel about it: somebody who gives advice and shares experience.\n"
        "by 2026-11-27, silent since 2026-11-12\n"
        "strength 1, willing 2");
  Contact ada = eager(1), holder = regular("Holder", 14, 10);
  holder.roles = {Role::sounding_board};
  ada.profile.seniority = 3;
  Circle circle = with_goal();
  circle.own.wanted_roles = {{"sponsor", 0}, {"sounding-board", 2}};
  const Suggestion gap = of_rule({holder, ada}, Rule::role_gap, {}, circle).at(0);
  CHECK(told(gap) ==
        "Talk with Ada about a role\n"
        "You have 1 of 2 people for the role “sounding-board”. Ada is among the 5 people you are in touch "
        "with most. Ada is 1 level above you. Ada is willing by your notes.\n"
        "Ask how Ada would feel about it: somebody who listens and helps you think before you act.\n"
        "by 2026-11-27, silent since 2026-11-12\n"
        "strength 1, willing 1");
  CHECK(gap.evidence.have == 1);
  CHECK(gap.evidence.need == 2);
  CHECK(gap.evidence.layer == 5);
  CHECK(gap.evidence.levels == 1);
  ada.profile.seniority = 2;  // no level above
  CHECK_FALSE(of_rule({holder, ada}, Rule::role_gap, {}, circle).at(0).evidence.levels);
}

TEST_CASE("Told: who decides, by what was noted of their power") {
  Contact ada = eager();
  ada.roles = {Role::decision_maker};
  const auto of_power = [&](std::vector<Power> powers) {
    ada.profile.powers = std::move(powers);
    return told_alone(ada, Rule::decision_maker, with_goal());
  };
  const std::string rest =
      " You last met on 12 November.\n"
      "Say in two lines where you want to get, and ask how it looks from there.\n"
      "by 2026-11-27, silent since 2026-11-12\n"
      "strength 1, willing 2";
  const std::string title = "Tell Ada what you are working towards\nYou noted that Ada ";
  CHECK(of_power({}) == title + "can hire, fund or approve." + rest);
  CHECK(of_power({Power::influences}) == title + "has a say." + rest);
  CHECK(of_power({Power::influences, Power::can_connect}) == title + "can connect you." + rest);
  CHECK(of_power({Power::can_connect, Power::can_hire}) == title + "can hire." + rest);
  ada.profile.knows_goal = true;
  CHECK(of_power({}).find("Say in two lines what has moved since you last spoke of your goal.") !=
        std::string::npos);
}

TEST_CASE("Told: an ask, by what it is for and what it stands on") {
  Contact ada = regular("Ada", 14, 10);
  ada.organisation = "Orchard";
  ada.ledger = {favour(LedgerSide::gave, 30), favour(LedgerSide::gave, 40)};
  const auto ask = [&] { return told_alone(ada, Rule::ask, with_goal()); };
  const std::string to_goal = "This is close to your goal. You last met on 12 November.\n",
                    by = "by 2026-11-27, silent since 2026-11-12\n";
  CHECK(ask() ==
        "Ask Ada how the work there is\n"
        "You gave something 2 times and asked for nothing so far. " +
            to_goal + "Ask for twenty minutes to hear how the work there is.\n" + by +
            "fit to your goal 0.8, gave since the last ask 2");
  ada.profile.powers = {Power::can_hire};
  ada.asks = {{Uid("a"), ada.uid, ago(35), AskKind::advice, AskState::yes, ""}};
  CHECK(ask() ==
        "Ask Ada for a word before you apply\n"
        "You gave something once since you last asked. " +
            to_goal + "Ask whether a word before you apply would be possible.\n" + by +
            "fit to your goal 0.8, gave since the last ask 1");
  ada.ledger.clear();
  ada.profile.seniority = 3;
  ada.profile.offered_help = true;
  CHECK(ask() ==
        "Ask Ada for a word before you apply\n"
        "You noted an offer of help. " +
            to_goal + "Ask whether a word before you apply would be possible.\n" + by +
            "fit to your goal 0.8, gave since the last ask 0");
  ada.organisation.clear();
  ada.roles = {Role::mentor, Role::sponsor};
  CHECK(ask() ==
        "Ask Ada for a word at the right place\n"
        "You noted a role that is there for such questions. You last met on 12 November.\n"
        "Ask for a word at the right place, and name the place.\n" +
            by + "fit to your goal 0.6, gave since the last ask 0");
  ada.roles = {Role::mentor};
  CHECK(ask() ==
        "Ask Ada for advice\n"
        "You noted a role that is there for such questions. You last met on 12 November.\n"
        "Ask one question that can be answered in five minutes.\n" +
            by + "fit to your goal 0.5, gave since the last ask 0");
}

TEST_CASE("Told: the way to a person of the goal") {
  Contact via = regular("Via", 14, 10), target = person("Target");
  via.ledger = {favour(LedgerSide::gave, 30)};
  Circle circle = with_goal();
  circle.goals[0].targets = {target.uid};
  circle.signs = {{0, 1, PairEvidence::user_said, ago(3), 2}};
  const Suggestion way = of_rule({via, target}, Rule::ask, {}, circle).at(0);
  CHECK(told(way) ==
        "Ask Via for an introduction to Target\n"
        "You gave something once and asked for nothing so far. Via knows Target, who is part of your goal. "
        "You last met on 12 November.\n"
        "Ask for an introduction to Target, and make it easy to say no.\n"
        "by 2026-11-27, silent since 2026-11-12\n"
        "fit to your goal 0.9, gave since the last ask 1");
  CHECK(way.other_name == "Target");
  CHECK(way.evidence.gave == 1);
}

TEST_CASE("Told: an old tie, with what became of the last talk") {
  Contact old = regular("Old", 20, 1200);
  CHECK(told_alone(old, Rule::revive) ==
        "Call Old\n"
        "You last met on 10 August 2023, 3 years ago. Ties that slept for years often have news that nobody "
        "near you has.\n"
        "Call, or suggest a coffee; after a long pause no reason is needed.\n"
        "by 2026-11-27, silent since 2023-08-10, a call\n"
        "trust 0.5, novelty 1");
  old.profile.is_trusted = true;
  old.last_topic = LastTalk{ago(1200), Channel::meeting, "the harbour"};
  CHECK(told_alone(old, Rule::revive) ==
        "Call Old\n"
        "You last met on 10 August 2023, 3 years ago. This is somebody you noted as trusted; such ties come "
        "back to life quickly.\n"
        "Call and ask what became of “the harbour”.\n"
        "by 2026-11-27, silent since 2023-08-10, a call\n"
        "trust 1, novelty 1");
}

TEST_CASE("Told: something in common, in a short contact and in another house") {
  CHECK(told_alone(written_to("Ada"), Rule::deepen, of_the_yard()) ==
        "Suggest a coffee to Ada\n"
        "You and Ada both like “sailing”. In the last year there were only short contacts. You last wrote on "
        "7 November.\n"
        "Suggest a walk or a coffee, and leave it open when: “sailing” is a good reason.\n"
        "by 2026-11-27, silent since 2026-11-07\n"
        "interests in common 0.5, depth 1");
  CHECK(told_alone(written_to("Ada"), Rule::diversify, of_the_yard()) ==
        "Get to know Ada better\n"
        "You and Ada both like “sailing”. You work at different places. You last wrote on 7 November.\n"
        "Ask how people there see “sailing”; it is a view from outside.\n"
        "by 2026-11-27, silent since 2026-11-07\n"
        "interests in common 0.5, contact days 3");
}

TEST_CASE("Told: a word to build on, with the readiness it rests on") {
  // No role filled, nobody on the bench, nothing given or taken, everybody warm: a third of 0, 0 and 1
  // (metrics.md 2.18).
  const Suggestion build = of_rule({written_to("Ada")}, Rule::build_now, {}, of_the_yard()).at(0);
  CHECK(told(build) ==
        "Suggest a talk to Ada\n"
        "You last wrote on 7 November. Readiness for a hard time stands at 33 %, and building works best "
        "while nothing is needed.\n"
        "Suggest half an hour to hear what Ada is working on, and listen for something you could give.\n"
        "by 2026-11-27, silent since 2026-11-07\n"
        "strength 1, readiness 0.3333");
  CHECK(build.evidence.readiness == 33);
}

TEST_CASE("Told: warm contacts first in the user's hard time") {
  Circle circle;
  circle.own.crisis = today;
  const Suggestion warm = of_rule({regular("Ada", 14, 10)}, Rule::warm_contacts, {}, circle).at(0);
  CHECK(told(warm) ==
        "Talk to Ada\n"
        "You last met on 12 November. You marked a hard time, and this is one of the 5 people you are in "
        "touch with most.\n"
        "Say how things are; nothing needs to be asked for.\n"
        "by 2026-11-27, silent since 2026-11-12\n"
        "strength 1, your mark 1");
  CHECK(warm.evidence.layer == 5);
}
