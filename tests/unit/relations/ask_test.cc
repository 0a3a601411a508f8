// metrics.md 2.19.
#include "core/relations/ask.h"

#include <array>
#include <catch2/catch.hpp>

#include "tests/unit/relations/favours.h"

using namespace goodturn;
using namespace goodturn::relations;

namespace {

LedgerEntry on_request(LedgerEntry favour) {
  favour.asked = true;
  return favour;
}

AskGround ground(const std::vector<LedgerEntry>& ledger, const std::vector<Ask>& asks,
                 const AskTie& tie = {}) {
  return ask_gate(ledger, asks, tie, today).ground;
}

}  // namespace

TEST_CASE("Somebody may be asked after a gift") {
  CHECK(ground({}, {}) == AskGround::none);
  CHECK(ground({gave(1, 400)}, {}) == AskGround::gave);
  CHECK(ground({gave(1, -1)}, {}) == AskGround::none);
  CHECK(ground({received(1, 5)}, {}) == AskGround::none);
}

TEST_CASE("An ask, or something received on request, uses up what was given before") {
  CHECK(ground({gave(1, 30)}, {ask(AskState::no, 20)}) == AskGround::none);
  CHECK(ground({gave(1, 1)}, {ask(AskState::open, 0)}) == AskGround::none);
  CHECK(ground({gave(1, 0)}, {ask(AskState::open, 0)}) == AskGround::none);
  CHECK(ground({gave(1, 0)}, {ask(AskState::open, 1)}) == AskGround::gave);
  CHECK(ground({gave(1, 30)}, {ask(AskState::withdrawn, 20)}) == AskGround::gave);
  CHECK(ground({gave(1, 30), on_request(received(1, 20))}, {}) == AskGround::none);
  CHECK(ground({gave(1, 30), received(1, 20)}, {}) == AskGround::gave);
  const AskGate gate = ask_gate(std::vector{gave(1, 30), gave(1, 19), gave(1, 3)},
                                std::vector{ask(AskState::no, 20), ask(AskState::yes, 40)}, {}, today);
  CHECK(gate.is_open());
  CHECK(gate.gives == 2);
  CHECK(gate.since == ago(20));
}

TEST_CASE("Mentors, sponsors and people above who offered help may be asked anyway") {
  constexpr std::array mentor = {Role::ally, Role::mentor}, sponsor = {Role::sponsor, Role::ally};
  constexpr std::array ally = {Role::ally};
  CHECK(ground({}, {}, {TieKind::peer, false, mentor}) == AskGround::role);
  CHECK(ground({}, {}, {TieKind::peer, false, sponsor}) == AskGround::role);
  CHECK(ground({}, {}, {TieKind::peer, false, ally}) == AskGround::none);
  CHECK(ground({}, {}, {TieKind::up, true, {}}) == AskGround::offered_help);
  CHECK(ground({}, {}, {TieKind::up, false, {}}) == AskGround::none);
  CHECK(ground({}, {}, {TieKind::peer, true, {}}) == AskGround::none);
}

TEST_CASE("An ask stays open for thirty days") {
  CHECK(state_on(ask(AskState::open, 14), today) == AskState::open);
  CHECK(state_on(ask(AskState::no_answer, 14), today) == AskState::open);
  CHECK(state_on(ask(AskState::open, 30), today) == AskState::open);
  CHECK(state_on(ask(AskState::open, 31), today) == AskState::no_answer);
  CHECK(state_on(ask(AskState::yes, 400), today) == AskState::yes);
  CHECK(state_on(ask(AskState::withdrawn, 400), today) == AskState::withdrawn);
}

TEST_CASE("The yes-rate leaves out what was not answered") {
  std::vector<Ask> asks(3, ask(AskState::yes, 50));
  asks.insert(asks.end(), 2, ask(AskState::no, 50));
  CHECK(answers_of(asks, today).yes_rate == Approx(4.0 / 7).margin(1e-6));
  asks.insert(asks.end(), {ask(AskState::open, 3), ask(AskState::open, 90), ask(AskState::withdrawn, 3)});
  const Answers answers = answers_of(asks, today);
  CHECK(answers.yes_rate == Approx(0.571).margin(5e-4));
  CHECK(answers.said_yes == Share{3, 5});
  CHECK(answers.open == 1);
  CHECK(answers.no_answer == 1);
  CHECK(answers.withdrawn == 1);
  CHECK(answers_of({}, today).yes_rate == 0.5);
  CHECK_FALSE(answers_of({}, today).interval);
}

TEST_CASE("Asks of this week begin on Monday") {
  const std::vector asks = {ask(AskState::open, 0), ask(AskState::yes, 6), ask(AskState::yes, 7),
                            ask(AskState::withdrawn, 1), ask(AskState::open, -1)};
  CHECK(asked_this_week(asks, today) == 2);  // today is a Sunday
}

TEST_CASE("Who gives and never asks is told that asking is fine") {
  const std::vector<LedgerEntry> gifts(3, gave(1, 80));
  CHECK(may_ask_more(gifts, {}, today));
  CHECK(may_ask_more(gifts, std::vector{ask(AskState::yes, 91)}, today));
  CHECK_FALSE(may_ask_more(gifts, std::vector{ask(AskState::yes, 90)}, today));
  CHECK_FALSE(may_ask_more(std::vector(2, gave(1)), {}, today));
}
