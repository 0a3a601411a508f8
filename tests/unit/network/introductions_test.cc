// metrics.md 2.13.
#include "core/network/introductions.h"

#include <catch2/catch.hpp>

#include "core/network/consent.h"
#include "tests/support/in_english.h"
#include "tests/unit/relations/favours.h"

using namespace goodturn;
using namespace goodturn::network;
using goodturn::tests::english;
using relations::ago;
using relations::Liveliness;
using relations::today;

namespace {

using Words = std::vector<std::string>;

Acquaintance ada() {
  return {"Ada", {"Rust"}, {"design"}, {"sailing", "chess"}, 0.7, Liveliness::alive, 15, false, {}};
}
Acquaintance bob() { return {"Bob", {"design"}, {"rust"}, {"Chess"}, 0.4, Liveliness::alive, 50, false, {}}; }

std::vector<IntroductionIdea> ideas(const Acquaintance& a, const Acquaintance& b) {
  return introduction_ideas(std::vector{a, b}, Graph(2), today);
}

}  // namespace

TEST_CASE("The score matches the oracle") {
  const IntroductionScore score = introduction_score(ada(), bob(), 0);
  CHECK(score.match == 1);
  CHECK(score.interests == 0.5);
  CHECK(score.novelty == 0.8);
  CHECK(score.strength == Approx(0.529150).margin(1e-6));
  CHECK(score.value == Approx(0.775830).margin(1e-6));
}

TEST_CASE("One direction counts less, and common contacts count up to a point") {
  Acquaintance bob_without_need = bob();
  bob_without_need.needs.clear();
  CHECK(introduction_score(ada(), bob_without_need, 0).match == 0.7);
  CHECK(introduction_score(bob_without_need, ada(), 0).match == 0.7);
  CHECK(introduction_score(ada(), ada(), 0).match == 0);
  const std::vector<double> expected = {0.8, 1, 1, 1, 0.4, 0.4, 0.4, 0.1, 0.1};
  for (std::size_t common = 0; common < expected.size(); ++common)
    CHECK(introduction_score(ada(), bob(), common).novelty == expected[common]);
}

TEST_CASE("An idea says who needs and who offers") {
  const std::vector<IntroductionIdea> both = ideas(ada(), bob());
  REQUIRE(both.size() == 1);
  CHECK(english(both[0].reason) ==
        "Ada needs “Rust”, Bob offers “rust”. Bob needs “design”, Ada offers “design”.");
  CHECK(both[0].a_needs->offer == "rust");
  CHECK(both[0].shared == Words{"chess"});
  Acquaintance bob_alone = bob();
  bob_alone.offers.clear();
  CHECK(english(ideas(ada(), bob_alone)[0].reason) == "Bob needs “design”, Ada offers “design”.");
  bob_alone.needs.clear();
  CHECK(english(ideas(ada(), bob_alone)[0].reason) == "Ada and Bob share “chess”.");
}

TEST_CASE("Without a match it takes a quarter of shared interests") {
  Acquaintance a = ada(), b = bob();
  a.needs = b.needs = {};
  a.interests = {"a", "b", "c"};
  b.interests = {"c", "d"};
  CHECK(ideas(a, b).size() == 1);  // 1 of 4
  b.interests = {"c", "d", "e"};
  CHECK(ideas(a, b).empty());
}

TEST_CASE("Who is not asked to meet anybody") {
  const auto changed = [](auto change) {
    Acquaintance b = bob();
    change(b);
    return ideas(ada(), b).size();
  };
  CHECK(changed([](Acquaintance&) {}) == 1);
  CHECK(changed([](Acquaintance& b) { b.liveliness = Liveliness::fading; }) == 1);
  CHECK(changed([](Acquaintance& b) { b.liveliness = Liveliness::quiet; }) == 0);
  CHECK(changed([](Acquaintance& b) { b.layer = 150; }) == 0);
  CHECK(changed([](Acquaintance& b) { b.layer = 0; }) == 0);
  CHECK(changed([](Acquaintance& b) { b.do_not_suggest = true; }) == 0);
  CHECK(changed([](Acquaintance& b) { b.last_introduction = ago(29); }) == 0);
  CHECK(changed([](Acquaintance& b) { b.last_introduction = ago(30); }) == 1);
}

TEST_CASE("Who knows each other is not introduced; the others come best first") {
  const std::vector<Acquaintance> people = {bob(), ada(), bob()};
  CHECK(introduction_ideas(people, Graph(3, std::vector<Edge>{{0, 1, 1}, {1, 2, 1}}), today).size() == 1);
  std::vector<Acquaintance> weaker = people;
  weaker[0].strength = 0.1;
  const std::vector<IntroductionIdea> order = introduction_ideas(weaker, Graph(3), today);
  REQUIRE(order.size() >= 2);
  CHECK(order[0].a == 1);
  CHECK(order[0].b == 2);
  CHECK(order[0].score.value >= order[1].score.value);
  CHECK(introduction_ideas({}, Graph(0), today).empty());
}

TEST_CASE("Words answer words whatever their letter case, and hiring answers a job") {
  CHECK(answers("Rust ", "rust"));
  CHECK(answers("hiring:Design", "job:design"));
  CHECK_FALSE(answers("job:design", "hiring:design"));
  CHECK_FALSE(answers("hiring:design", "job:sales"));
  CHECK_FALSE(answers("", ""));
  CHECK(word_overlap(Words{"a", "b"}, Words{"B", "c"}) == Approx(1.0 / 3).margin(1e-6));
  CHECK(word_overlap(Words{}, Words{" "}) == 0);
  CHECK(word_overlap(Words{"a", "A", "a "}, Words{"a"}) == 1);
}

TEST_CASE("Nobody is introduced before both said yes") {
  Introduction made{Uid("i"), Uid("ada"), Uid("bob"), "chess", {}, {}, {}, ""};
  CHECK(next_step(made) == IntroductionStep::ask_a);
  made.consent_a = Consent::asked;
  CHECK(next_step(made) == IntroductionStep::wait);
  made.consent_b = Consent::yes;
  CHECK(next_step(made) == IntroductionStep::wait);
  made.consent_b = Consent::not_asked;
  made.consent_a = Consent::yes;
  CHECK(next_step(made) == IntroductionStep::ask_b);
  made.consent_b = Consent::asked;
  CHECK(next_step(made) == IntroductionStep::wait);
  CHECK(ledger_entries(made).empty());
  made.consent_b = Consent::yes;
  CHECK(next_step(made) == IntroductionStep::introduce);
  made.sent = today;
  CHECK(next_step(made) == IntroductionStep::done);
}

TEST_CASE("One no ends it, without troubling the other") {
  for (const Consent other : {Consent::not_asked, Consent::asked, Consent::yes, Consent::no}) {
    CHECK(next_step({Uid("i"), Uid("a"), Uid("b"), "", Consent::no, other, {}, ""}) ==
          IntroductionStep::declined);
    CHECK(next_step({Uid("i"), Uid("a"), Uid("b"), "", other, Consent::no, {}, ""}) ==
          IntroductionStep::declined);
  }
}

TEST_CASE("A sent introduction is a gift to both") {
  const Introduction made{Uid("i"), Uid("ada"), Uid("bob"), "chess", Consent::yes, Consent::yes, ago(2), ""};
  const std::vector<relations::LedgerEntry> entries = ledger_entries(made);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].person == Uid("ada"));
  CHECK(entries[1].person == Uid("bob"));
  CHECK(entries[0].id != entries[1].id);
  for (const relations::LedgerEntry& entry : entries) {
    CHECK(entry.side == relations::LedgerSide::gave);
    CHECK(entry.kind == GiveKind::introduction);
    CHECK(entry.day == ago(2));
    CHECK_FALSE(entry.asked);
  }
}
