// When a showing is answered by what happened since (ranking.md 3.2, done detection): day by day, rule by
// rule.
#include "core/suggest/answered.h"

#include <catch2/catch.hpp>

#include "core/suggest/introduce.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using network::Consent, network::IntroductionStep;
using relations::LedgerSide;

namespace {

Showing listed(Rule rule, int days, const Uid& follow_up = Uid("f")) {
  return {follow_up, rule, ago(days), std::nullopt, std::nullopt, true, std::nullopt};
}

/// Whether a reminder of ten days ago is answered by this touch.
bool ended_by(const relations::Touch& touch) {
  Contact ada = person("Ada", {100, 50});
  ada.touches.push_back(touch);
  return answered_by(listed(Rule::keep_in_touch, 10), ada);
}

/// Whether a word to celebrate, shown ten days ago, is answered by a touch so many days ago.
bool celebrated_by(Contact ada, int days) {
  ada.touches.push_back(touch_ago(days));
  return answered_by(listed(Rule::celebrate, 10), ada);
}

}  // namespace

TEST_CASE("Answered: a reminder by reaching out, from the day it was shown") {
  CHECK_FALSE(ended_by(touch_ago(11)));
  CHECK(ended_by(touch_ago(10)));
  CHECK(ended_by(touch_ago(9, Channel::mail, Direction::out)));
  CHECK_FALSE(ended_by(touch_ago(9, Channel::mail, Direction::in)));
  relations::Touch circular = touch_ago(9, Channel::mail, Direction::out);
  circular.weight = 0;
  CHECK_FALSE(ended_by(circular));
}

TEST_CASE("Answered: a first meeting that turns out to be none, by any word of the user") {
  Contact ada = person("Ada");
  ada.touches = {touch_ago(200, Channel::mail, Direction::in), touch_ago(3)};
  ada.touches[1].direction = Direction::in;  // they called
  CHECK_FALSE(answered_by(listed(Rule::first_meeting, 2), ada));
  ada.touches.push_back(touch_ago(100, Channel::mail, Direction::out));
  CHECK(answered_by(listed(Rule::first_meeting, 2), ada));
}

TEST_CASE("Answered: a date to celebrate, on the day or later, of those within the week that was shown") {
  // Shown on 12 November: the week is that to the 19th.
  Contact ada = person("Ada", {100, 50});
  for (auto* date : {&ada.birthday, &ada.anniversary}) {
    *date = people::PartialDate{std::nullopt, 11, 19};
    CHECK_FALSE(celebrated_by(ada, 4));
    CHECK(celebrated_by(ada, 3));
    CHECK(celebrated_by(ada, 0));
    *date = people::PartialDate{std::nullopt, 11, 20};
    CHECK_FALSE(celebrated_by(ada, 0));
    *date = people::PartialDate{std::nullopt, 11, 12};
    CHECK(celebrated_by(ada, 10));
    *date = people::PartialDate{std::nullopt, 11, 11};
    CHECK_FALSE(celebrated_by(ada, 0));
    date->reset();
  }
}

TEST_CASE("Answered: a new job or home, by any word from the showing on, while it was to be asked about") {
  Contact ada = person("Ada", {100, 50});
  // Thirty days after the event there is a week before and two after.
  const std::pair<int, bool> begun[] = {{10 + 22, false}, {10 + 23, true}, {10 + 44, true}, {10 + 45, false}};
  for (auto* event : {&ada.profile.started_job, &ada.profile.moved}) {
    for (const auto& [days, is_open] : begun) {
      INFO(days);
      *event = ago(days);
      CHECK(celebrated_by(ada, 10) == is_open);
      CHECK(celebrated_by(ada, 1) == is_open);
      CHECK_FALSE(celebrated_by(ada, 11));
    }
    event->reset();
  }
}

TEST_CASE("Answered: support by a word of support that was given") {
  Contact ada = person("Ada", {100, 50, 1});
  const Showing support = listed(Rule::support, 10);
  const auto given = [&](const relations::LedgerEntry& entry) {
    ada.ledger = {entry};
    return answered_by(support, ada);
  };
  CHECK(given(favour(LedgerSide::gave, 10, 1, GiveKind::emotional_support)));
  CHECK_FALSE(given(favour(LedgerSide::gave, 11, 1, GiveKind::emotional_support)));
  CHECK_FALSE(given(favour(LedgerSide::gave, 5, 1, GiveKind::help)));
  CHECK_FALSE(given(favour(LedgerSide::received, 5, 1, GiveKind::emotional_support)));
}

TEST_CASE("Answered: an ask by an ask that was made and not taken back") {
  Contact ada = person("Ada", {100, 50, 1});
  const auto asked = [&](int days, AskState state) {
    ada.asks = {{Uid("a"), ada.uid, ago(days), AskKind::advice, state, ""}};
    return answered_by(listed(Rule::ask, 10), ada);
  };
  CHECK(asked(10, AskState::open));
  CHECK(asked(2, AskState::no));
  CHECK_FALSE(asked(11, AskState::yes));
  CHECK_FALSE(asked(2, AskState::withdrawn));
}

TEST_CASE("Answered: a step of an introduction by that very step, and by nothing else") {
  const Uid ada("uid-Ada"), bob("uid-Bob");
  const auto taken = [&](const Uid& who, IntroductionStep step, Consent a, Consent b,
                         std::optional<Day> sent = std::nullopt) {
    Contact contact = person(who == ada ? "Ada" : "Bob", {100, 1});
    contact.introductions = {{Uid("i"), ada, bob, "", a, b, sent, ""}};
    const Uid& other = who == ada ? bob : ada;
    const Uid id = id_of(Rule::introduce, who, introduction_period(other, step));
    return answered_by(listed(Rule::introduce, 5, id), contact);
  };
  CHECK_FALSE(taken(ada, IntroductionStep::ask_a, Consent::not_asked, Consent::not_asked));
  CHECK(taken(ada, IntroductionStep::ask_a, Consent::asked, Consent::not_asked));
  CHECK(taken(ada, IntroductionStep::ask_a, Consent::no, Consent::not_asked));
  CHECK_FALSE(taken(bob, IntroductionStep::ask_b, Consent::yes, Consent::not_asked));
  CHECK(taken(bob, IntroductionStep::ask_b, Consent::yes, Consent::asked));
  CHECK_FALSE(taken(ada, IntroductionStep::introduce, Consent::yes, Consent::yes));
  CHECK(taken(ada, IntroductionStep::introduce, Consent::yes, Consent::yes, today));
  CHECK_FALSE(taken(ada, IntroductionStep::wait, Consent::yes, Consent::yes, today));
}

TEST_CASE("Answered: a promise by its own record, also under another card of the person") {
  Contact ada = person("Ada", {100, 50});
  ada.other_uids = {Uid("uid-Ada-at-work")};
  ada.obligations = {{Uid("p1"), RecordKind::promised, ago(20), "slides", 1, std::nullopt, today},
                     {Uid("p2"), RecordKind::promised, ago(20), "book", 1, std::nullopt, std::nullopt}};
  for (const Uid& card : {ada.uid, ada.other_uids[0]}) {
    CHECK(answered_by(listed(Rule::promised, 5, id_of(Rule::promised, card, "p1")), ada));
    CHECK_FALSE(answered_by(listed(Rule::promised, 5, id_of(Rule::promised, card, "p2")), ada));
  }
}
