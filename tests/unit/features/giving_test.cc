// Rows 39–58: give first, reciprocity, gratitude.
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "core/network/introductions.h"
#include "core/network/words_match.h"
#include "core/relations/ask.h"
#include "core/relations/debt.h"
#include "core/relations/giving.h"
#include "core/relations/hints.h"
#include "core/relations/recipients.h"
#include "tests/support/in_english.h"
#include "tests/unit/relations/favours.h"
#include "tests/unit/relations/seed.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::relations;
using relations::today;

namespace {

using Words = std::vector<std::string>;

std::vector<LedgerEntry> gifts(int count) {
  return std::vector<LedgerEntry>(static_cast<std::size_t>(count), gave(1));
}

network::Acquaintance known(const char* name, Words needs, Words offers) {
  return {name, std::move(needs), std::move(offers), {}, 0.5, Liveliness::alive, 15, false, {}};
}

}  // namespace

TEST_CASE("features_039_give_before_asking") {
  CHECK_FALSE(ask_gate({}, {}, {}, today).is_open());
  CHECK(ask_gate(gifts(1), {}, {}, today).is_open());
}

TEST_CASE("features_040_balance_by_kind_of_tie") {
  const Balance balance = balance_of(gifts(6), TieKind::peer, today);
  CHECK(balance.value == Approx(0.75).margin(1e-6));
  CHECK(balance_word(balance, TieKind::peer) == BalanceWord::gives_more);
  CHECK(balance_word(balance_of(gifts(6), TieKind::down, today), TieKind::down) == BalanceWord::within);
}

TEST_CASE("features_041_taker_alert") {
  std::vector<LedgerEntry> ledger(5, received(1, 10));
  ledger.push_back(gave(1, 10));
  const std::vector<Ask> asks(4, ask(AskState::open, 10));
  CHECK(taking_and_giving(ledger, asks, today).is_taking());
  CHECK(*taking_and_giving(ledger, asks, today).take().value() == Approx(0.9).margin(1e-6));
}

TEST_CASE("features_043_gives_outside_the_inner_circle") {
  std::vector<LedgerEntry> ledger = gifts(8);
  LedgerEntry outside = gave(1);
  outside.person = Uid("bob");
  ledger.insert(ledger.end(), {outside, outside});
  const Share share = gives_outside(
      ledger, [](const Uid& person) { return person == Uid("ada"); }, today);
  CHECK(std::lround(100 * *share.value()) == 20);
}

TEST_CASE("features_044_twelve_kinds_of_gift") {
  CHECK(all_give_kinds.size() == 12);
  for (const GiveKind kind : all_give_kinds) CHECK(parse_give_kind(to_string(kind)) == kind);
}

TEST_CASE("features_045_thanks_are_due_in_two_days") {
  suggest::Contact ada = suggest::person("Ada", {60, 30, 10});
  ada.obligations = {
      {Uid("r"), RecordKind::received, suggest::today, "a lead", 2, std::nullopt, std::nullopt}};
  const auto due = suggest::of_rule({ada}, Rule::thank);
  REQUIRE(due.size() == 1);
  CHECK(due[0].due == suggest::today + std::chrono::days(2));
  ada.obligations[0].settled = suggest::today;
  CHECK(suggest::of_rule({ada}, Rule::thank).empty());
}

TEST_CASE("features_046_public_recognition_upward") {
  std::vector<LedgerEntry> ledger(5, received(1));
  ledger.push_back(gave(1, 0, GiveKind::help));
  CHECK(balance_of(ledger, TieKind::up, today).value == Approx(-0.5).margin(1e-6));
  ledger.push_back(gave(1, 0, GiveKind::public_recognition));
  CHECK(balance_of(ledger, TieKind::up, today).value > -0.5);
}

TEST_CASE("features_047_what_the_user_knows_answers_a_need") {
  const auto match = network::first_match(Words{"a flat", "Rust"}, Words{"rust"});
  REQUIRE(match);
  CHECK(match->need == "Rust");
  CHECK_FALSE(network::first_match(Words{"a flat"}, Words{"rust"}));
}

TEST_CASE("features_050_unprompted_help") {
  std::vector<LedgerEntry> ledger = gifts(8);
  ledger[0].asked = ledger[1].asked = true;
  CHECK(std::lround(100 * *unprompted_gives(ledger, today).value()) == 75);
}

TEST_CASE("features_051_oldest_large_debt_first") {
  const SocialDebt debt = social_debt(std::vector{received(1, 20), received(3, 90), received(1, 100)}, today);
  REQUIRE(debt.owed.size() == 3);
  CHECK(debt.owed[0].entry == 1);
  CHECK(debt.owed[1].entry == 2);
  CHECK(debt.owed[2].entry == 0);
}

TEST_CASE("features_052_somebody_hires_somebody_looks") {
  const std::vector people = {known("Ada", {"job:design"}, {}), known("Bob", {}, {"hiring:design"})};
  const auto ideas = network::introduction_ideas(people, network::Graph(2), today);
  REQUIRE(ideas.size() == 1);
  CHECK(tests::english(ideas[0].reason) == "Ada needs “job:design”, Bob offers “hiring:design”.");
}

TEST_CASE("features_053_whom_an_article_suits") {
  const std::vector<Words> interests = {{"sailing"}, {"sailing", "compilers", "chess"}, {"Compilers"}};
  const auto readers = network::by_interest(Words{"compilers"}, interests);
  CHECK(readers == std::vector<std::size_t>{2, 1});
}

TEST_CASE("features_054_introduction_score") {
  network::Acquaintance ada = known("Ada", {"x"}, {"y"}), bob = known("Bob", {"y"}, {"x"});
  ada.interests = {"chess", "sailing"};
  bob.interests = {"chess"};
  ada.strength = 0.7;
  bob.strength = 0.4;
  CHECK(network::introduction_score(ada, bob, 0).value == Approx(0.775830).margin(1e-6));
}

TEST_CASE("features_055_a_reason_before_any_score") {
  // Sentences that weigh: they come after what happened, what is noted or what is liked.
  const std::set<std::string> weighing = {
      "week.among_most", "week.among_regular", "week.from_earlier",   "week.chance_low", "week.chance_even",
      "week.longish",    "week.gaps_shorter",  "week.single_contact", "week.steady",     "week.thinner",
      "week.usual",      "week.usual_range",   "week.readiness"};
  auto random = seeded();
  const std::vector<suggest::Contact> contacts = suggest::crowd(random, 400);
  const auto all = suggest::candidates(contacts, suggest::now, {}, suggest::anything(random, contacts));
  REQUIRE(all.size() > 50);
  for (const suggest::Suggestion& suggestion : all) {
    INFO(to_string(suggestion.rule));
    REQUIRE_FALSE(suggestion.why.empty());
    REQUIRE_FALSE(weighing.contains(suggestion.why.front().key));
  }
}

TEST_CASE("features_056_both_sides_of_a_relation") {
  const Balance balance = balance_of(std::vector{gave(3), received(3)}, TieKind::peer, today);
  CHECK(balance.value == 0);
  CHECK(balance.gave == balance.received);
  CHECK(balance_word(balance, TieKind::peer) == BalanceWord::within);
}

TEST_CASE("features_058_to_whom_referrals_go") {
  const std::vector<LedgerEntry> ledger(4, gave(1, 5, GiveKind::referral));
  int asked = 0;
  const auto level = [&](const Uid&) { return std::optional<int>(asked++ == 0 ? 1 : 3); };
  CHECK(referrals_below(ledger, level, 2, today).below == Share{1, 4});
}
