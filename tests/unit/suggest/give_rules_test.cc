// The rules that give: give-match, introduce, reciprocate, support, and a new job or home.
#include <catch2/catch.hpp>

#include "core/suggest/answered.h"
#include "core/suggest/give_match.h"
#include "core/suggest/introduce.h"
#include "core/suggest/support.h"
#include "tests/support/in_english.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using goodturn::tests::english;
using relations::LedgerSide;

namespace {

Contact with_need(const std::string& need) {
  Contact ada = regular("Ada", 14, 20);
  ada.profile.needs = {need, "a flat"};
  return ada;
}

Circle offering(const std::string& offer) {
  Circle circle;
  circle.own.offers = {offer};
  return circle;
}

std::vector<Contact> needy_and_helper() {
  Contact ada = regular("Ada", 14, 10), bob = regular("Bob", 20, 10);
  ada.profile.needs = {"Rust speaker"};
  bob.profile.offers = {"rust speaker"};
  return {ada, bob};
}

network::Introduction under_way(network::Consent a, network::Consent b) {
  return {Uid("intro"), Uid("uid-Bob"), Uid("uid-Ada"), "Rust", a, b, std::nullopt, ""};
}

}  // namespace

TEST_CASE("What the user offers answers a need, with the share of needs as its part") {
  const Suggestion give =
      of_rule({with_need("Rust speaker")}, Rule::give_match, {}, offering("rust speaker")).at(0);
  CHECK(give.value == Approx(0.75 * 0.5));
  CHECK(english(give.why) ==
        "You noted that Ada looks for “Rust speaker”, which you offer. You last met on 2 November.");
  CHECK(english(give.idea) == "Write that you can help with “rust speaker”, and ask what would be of use.");
  CHECK(of_rule({with_need("Rust speaker")}, Rule::give_match, {}, offering("Go")).empty());
  const Suggestion job =
      of_rule({with_need("job:design")}, Rule::give_match, {}, offering("hiring:design")).at(0);
  CHECK(english(job.why) ==
        "You noted that Ada looks for “job:design”; you offer “hiring:design”. You last met on 2 November.");
}

TEST_CASE("A gift needs no history, and nobody who is out gets one") {
  Contact ada = person("Ada");
  ada.profile.needs = {"Rust"};
  CHECK(of_rule({ada}, Rule::give_match, {}, offering("Rust")).size() == 1);
  ada.manual_layer = 0;
  CHECK(of_rule({ada}, Rule::give_match, {}, offering("Rust")).empty());
}

TEST_CASE("What was sent to one person suits another who likes its topic") {
  Contact ada = regular("Ada", 14, 20);
  ada.profile.interests = {"compilers", "sailing"};
  Circle circle;
  circle.articles = {{Uid("a1"), Uid("uid-Kaori"), "Kaori", ago(5), "On incremental Compilers, part 2"}};
  const Suggestion share = of_rule({ada}, Rule::give_match, {}, circle).at(0);
  CHECK(english(share.why) ==
        "You sent “On incremental Compilers, part 2” on 17 November; Ada likes “compilers”, too. You last "
        "met on 2 "
        "November.");
  CHECK(share.record == Uid("a1"));
  circle.articles[0].given_to = ada.uid;
  CHECK(of_rule({ada}, Rule::give_match, {}, circle).empty());
  circle.articles[0] = {Uid("a1"), Uid("x"), "X", ago(61), "compilers"};
  CHECK(of_rule({ada}, Rule::give_match, {}, circle).empty());
}

TEST_CASE("Each showing of a reminder is a follow-up of its own; a done one does not return") {
  Contact ada = with_need("Rust");
  const auto give = [&] { return of_rule({ada}, Rule::give_match, {}, offering("Rust")); };
  const Suggestion first = give().at(0);
  ada.showings = {shown(first, ago(40))};
  CHECK(give().at(0).id != first.id);
  ada.showings[0].action = Action::not_now;
  CHECK(give().at(0).id != first.id);
  ada.showings[0].action = Action::later;
  CHECK(give().at(0).id == first.id);
  ada.showings[0].action = Action::done;
  CHECK(give().empty());
}

TEST_CASE("A topic is named by whole words, in any case") {
  CHECK(names_topic("On incremental Compilers.", "compilers"));
  CHECK(names_topic("Type systems: a survey", "type systems"));
  CHECK_FALSE(names_topic("Decompilers", "compilers"));
  CHECK_FALSE(names_topic("anything", ""));
}

TEST_CASE("An introduction begins with the one who would help") {
  const std::vector<Suggestion> all = of_rule(needy_and_helper(), Rule::introduce);
  REQUIRE(all.size() == 1);
  CHECK(all[0].person == Uid("uid-Bob"));
  CHECK(all[0].other == Uid("uid-Ada"));
  CHECK(all[0].step == network::IntroductionStep::ask_a);
  CHECK(english(all[0].title) == "Ask Bob about meeting Ada");
  CHECK(english(all[0].why) ==
        "You know both Bob and Ada. Ada needs “Rust speaker”, Bob offers “rust speaker”. You last met on 12 "
        "November.");
  CHECK(english(all[0].idea) ==
        "Ask whether you may make the introduction; nothing goes to Ada before a yes.");
}

TEST_CASE("Who knows each other already is not introduced, nor anybody who is left in peace") {
  std::vector<Contact> two = needy_and_helper();
  Circle circle;
  circle.signs = {{0, 1, PairEvidence::user_said, ago(3), 2}};
  CHECK(of_rule(two, Rule::introduce, {}, circle).empty());
  two[0].do_not_suggest = true;
  CHECK(of_rule(two, Rule::introduce).empty());
}

TEST_CASE("Each step of an introduction is a follow-up of its own") {
  using network::Consent, network::IntroductionStep;
  const auto step = [&](Consent a, Consent b) {
    Circle circle;
    circle.introductions = {under_way(a, b)};
    return of_rule(needy_and_helper(), Rule::introduce, {}, circle);
  };
  CHECK(step(Consent::asked, Consent::not_asked).empty());
  const auto second = step(Consent::yes, Consent::not_asked);
  REQUIRE(second.size() == 1);
  CHECK(second[0].person == Uid("uid-Ada"));
  CHECK(english(second[0].title) == "Ask Ada about meeting Bob");
  CHECK(second[0].step == IntroductionStep::ask_b);
  const auto last = step(Consent::yes, Consent::yes);
  REQUIRE(last.size() == 1);
  CHECK(english(last[0].title) == "Introduce Bob to Ada");
  CHECK(english(last[0].why).starts_with("You have a yes from both Bob and Ada: “Rust”."));
  CHECK(step(Consent::asked, Consent::asked).empty());
  CHECK(step(Consent::no, Consent::not_asked).empty());
  CHECK(step(Consent::not_asked, Consent::not_asked)[0].id != second[0].id);
}

TEST_CASE("An idea keeps its follow-up when it becomes a record, and a pair is never proposed twice") {
  Circle circle;
  circle.introductions = {under_way(network::Consent::not_asked, network::Consent::not_asked)};
  const auto idea = of_rule(needy_and_helper(), Rule::introduce);
  const auto taken_up = of_rule(needy_and_helper(), Rule::introduce, {}, circle);
  CHECK(idea.at(0).id == taken_up.at(0).id);
  circle.introductions[0].sent = ago(400);
  CHECK(of_rule(needy_and_helper(), Rule::introduce, {}, circle).empty());
}

TEST_CASE("Nobody stands in two introductions at once") {
  std::vector<Contact> three = needy_and_helper();
  three.push_back(regular("Cy", 10, 5));
  three[2].profile.needs = {"rust speaker"};
  CHECK(of_rule(three, Rule::introduce).size() == 2);
  Circle circle;
  circle.introductions = {under_way(network::Consent::asked, network::Consent::asked)};
  CHECK(of_rule(three, Rule::introduce, {}, circle).empty());
}

TEST_CASE("A step of an introduction is answered when it was taken") {
  using network::Consent;
  Contact bob = regular("Bob", 20, 10);
  const Uid id =
      id_of(Rule::introduce, bob.uid, introduction_period(Uid("uid-Ada"), network::IntroductionStep::ask_a));
  const Showing showing{id, Rule::introduce, ago(1), std::nullopt, std::nullopt, true};
  bob.introductions = {under_way(Consent::not_asked, Consent::not_asked)};
  CHECK_FALSE(answered_by(showing, bob));
  bob.touches.push_back(touch_ago(0));
  CHECK_FALSE(answered_by(showing, bob));
  bob.introductions[0].consent_a = Consent::asked;
  CHECK(answered_by(showing, bob));
}

TEST_CASE("What was received and not returned comes back after two weeks") {
  Contact ada = regular("Ada", 14, 20);
  ada.ledger = {favour(LedgerSide::received, 20, 3)};
  const Suggestion give = of_rule({ada}, Rule::reciprocate).at(0);
  CHECK(english(give.why) ==
        "You noted something received on 2 November; nothing in return is noted so far. You last met on 2 "
        "November.");
  CHECK(give.value == Approx(0.7 * std::exp2(-20 / 365.0)));
  ada.ledger[0].day = ago(13);
  CHECK(of_rule({ada}, Rule::reciprocate).empty());
  ada.ledger[0].day = ago(14);
  CHECK(of_rule({ada}, Rule::reciprocate).size() == 1);
  ada.ledger[0].day = ago(20);
  ada.ledger.push_back(favour(LedgerSide::gave, 5, 3));
  CHECK(of_rule({ada}, Rule::reciprocate).empty());
  ada.ledger.pop_back();
  ada.profile.tie = TieKind::family;
  CHECK(of_rule({ada}, Rule::reciprocate).empty());
}

TEST_CASE("What was returned in part is not said to be returned not at all") {
  Contact ada = regular("Ada", 14, 20);
  ada.ledger = {favour(LedgerSide::received, 20, 3), favour(LedgerSide::gave, 5, 1)};
  const auto why = [&] { return english(of_rule({ada}, Rule::reciprocate).at(0).why.at(0)); };
  CHECK(why() == "You noted something received on 2 November; a part of it is returned so far.");
  CHECK(helper::in_words(of_rule({ada}, Rule::reciprocate).at(0).why.at(0), helper::Language::de) ==
        "Sie haben vermerkt, am 2. November etwas bekommen zu haben; ein Teil davon ist bisher erwidert.");
  ada.ledger[1].kind = GiveKind::thanks;  // thanks are no return
  CHECK(why() == "You noted something received on 2 November; nothing in return is noted so far.");
  ada.ledger[1] = favour(LedgerSide::gave, 25, 1);  // given before
  CHECK(why() == "You noted something received on 2 November; nothing in return is noted so far.");
  ada.ledger = {favour(LedgerSide::received, 30, 3), favour(LedgerSide::received, 20, 3),
                favour(LedgerSide::gave, 25, 1)};
  CHECK(why() == "You noted 2 things received, the newest on 2 November; a part of them is returned so far.");
}

TEST_CASE("Thanks received are nothing to return") {
  Contact ada = regular("Ada", 14, 20);
  ada.ledger = {favour(LedgerSide::received, 20, 3, GiveKind::thanks)};
  CHECK(of_rule({ada}, Rule::reciprocate).empty());
}

TEST_CASE("What to give in return follows what is noted about the person") {
  Contact ada = regular("Ada", 14, 20);
  ada.ledger = {favour(LedgerSide::received, 20, 3), favour(LedgerSide::received, 30, 2)};
  const auto idea = [&](const Circle& circle = {}) {
    return english(of_rule({ada}, Rule::reciprocate, {}, circle).at(0).idea);
  };
  CHECK(idea() == "Ask Ada what would be of use just now.");
  CHECK(of_rule({ada}, Rule::reciprocate).at(0).evidence.received == 2);
  ada.profile.ratings.status = 2;
  CHECK(idea() == "Say in front of others what Ada did for you.");
  ada.profile.needs = {"Rust"};
  CHECK(idea(offering("rust")) == "Ada looks for “Rust”, which you offer.");
}

TEST_CASE("To somebody who mourns only kindness is suggested, for a year, and not every week") {
  Contact ada = regular("Ada", 14, 40);
  ada.profile.grief = ago(10);
  ada.ledger = {favour(LedgerSide::received, 40, 3)};
  const auto rules = [&] {
    std::vector<Rule> found;
    for (const Suggestion& s : candidates(std::vector{ada}, now, {})) found.push_back(s.rule);
    return found;
  };
  CHECK(rules() == std::vector{Rule::support});
  ada.ledger.push_back(favour(LedgerSide::gave, 2, 1, GiveKind::emotional_support));
  CHECK(rules().empty());
  ada.profile.grief = ago(200);
  ada.ledger.back().day = ago(support_again_days);
  CHECK(rules() == std::vector{Rule::support});
  ada.profile.grief = ago(mourning_days + 1);
  CHECK(rules().size() == 2);
}

TEST_CASE("A new job and a new home are asked about a month later") {
  Contact ada = regular("Ada", 14, 5);
  const auto at = [&](int days_since) {
    ada.profile.started_job = ago(days_since);
    return of_rule({ada}, Rule::celebrate);
  };
  CHECK(at(22).empty());
  CHECK(at(23).size() == 1);
  REQUIRE(at(24).size() == 1);
  CHECK(at(24)[0].due == today + std::chrono::days(6));
  CHECK(at(30)[0].due == today);
  CHECK(at(44)[0].due == today);
  CHECK(at(45).empty());
  CHECK(english(at(30)[0].why) ==
        "You noted a new job, begun on 23 October; the first weeks are over. You last met on 17 November.");
  ada.profile.started_job.reset();
  ada.profile.moved = ago(30);
  CHECK(of_rule({ada}, Rule::celebrate).size() == 1);
  const Showing showing{Uid("x"), Rule::celebrate, ago(2), std::nullopt, std::nullopt, true};
  CHECK_FALSE(answered_by(showing, ada));
  ada.touches.push_back(touch_ago(1));
  CHECK(answered_by(showing, ada));
}
