// What the figures are made from comes back whole from a journal item: nothing of it is lost on the way.
#include <catch2/catch.hpp>

#include "core/network/consent.h"
#include "core/network/goal.h"
#include "core/network/role_history.h"
#include "core/relations/ask.h"
#include "core/relations/script.h"
#include "tests/unit/calendar/journal_samples.h"

using namespace goodturn;
using namespace goodturn::calendar;
using namespace goodturn::calendar::samples;
using text::Document;

namespace {

const Uid uid("goodturn-1");

/// Writes an item and reads it.
template <class Item>
Item stored(const Item& item) {
  return *Form<Item>::read(Document::parse(Form<Item>::write(item, stamp)));
}

network::Consent consent_of(Consent consent) {
  switch (consent) {
    case Consent::not_asked:
      return network::Consent::not_asked;
    case Consent::asked:
      return network::Consent::asked;
    case Consent::yes:
      return network::Consent::yes;
    case Consent::no:
      return network::Consent::no;
  }
  return network::Consent::not_asked;
}

}  // namespace

TEST_CASE("an ask in every kind and state comes back from its journal item") {
  for (const AskKind kind : all_ask_kinds)
    for (const AskState state : all_ask_states) {
      const relations::Ask ask = {uid, ada.uid, first_day, kind, state, "Call, again"};
      const Ask read = stored(
          Ask{ask.id, {ask.person, ""}, ask.day, ask.kind, ask.state, ask.next_step, std::nullopt, ""});
      CHECK(relations::Ask{read.uid, read.person.uid, read.day, read.kind, read.state, read.next_step} ==
            ask);
    }
}

TEST_CASE("an introduction comes back with the consents that decide its next step") {
  const Consent consents[] = {Consent::not_asked, Consent::asked, Consent::yes, Consent::no};
  for (const Consent a : consents)
    for (const Consent b : consents)
      for (const std::optional<Day>& sent : {std::optional<Day>(), std::optional(other_day)}) {
        const network::Introduction wanted = {uid,           ada.uid,       bob.uid, "Rust, sailing",
                                              consent_of(a), consent_of(b), sent,    "They met"};
        const Introduction read =
            stored(Introduction{uid, {ada, bob}, first_day, wanted.reason, a, b, sent, wanted.outcome});
        CHECK(network::Introduction{read.uid, read.people.a.uid, read.people.b.uid, read.reason,
                                    consent_of(read.consent_a), consent_of(read.consent_b), read.sent,
                                    read.outcome} == wanted);
      }
}

TEST_CASE("a goal comes back with all that makes it complete") {
  const network::Goal goal = {uid,       {"VP"},    {"Compilers"}, {"Example, Ltd"},
                              {ada.uid}, other_day, {3, 2, 1.25},  "For all"};
  const Goal read =
      stored(Goal{goal.id, goal.titles, goal.industries, goal.companies, goal.targets, goal.deadline,
                  goal.budget.touches, goal.budget.asks, goal.budget.hours, goal.purpose});
  CHECK(network::Goal{read.uid,
                      read.titles,
                      read.industries,
                      read.companies,
                      read.targets,
                      read.deadline,
                      {read.weekly_touches, read.weekly_asks, read.weekly_hours},
                      read.purpose} == goal);
  CHECK(Goal{}.weekly_touches == network::WeeklyBudget{}.touches);
}

TEST_CASE("a script comes back with its fields and outcomes") {
  const relations::Script script = {uid, "Thanks", "After help", "Dear {firstName},\nthank you.", other_day,
                                    3,   4};
  const Script read = stored(Script{script.id, script.name, script.trigger, script.text, script.last_used,
                                    script.answered, script.unanswered});
  CHECK(relations::Script{read.uid, read.name, read.trigger, read.text, read.last_used, read.answered,
                          read.unanswered} == script);
}

TEST_CASE("role terms come back with their days") {
  for (const auto& [role, until] : std::initializer_list<std::pair<const char*, std::optional<Day>>>{
           {"cold", first_day}, {"mentor", std::nullopt}, {"old, dear; friend", first_day}}) {
    const network::RoleTerm term = {ada.uid, role, other_day, until};
    const RoleTerm read = stored(RoleTerm{uid, {term.person, ""}, term.role, term.since, term.until, ""});
    CHECK(network::RoleTerm{read.person.uid, read.role, read.since, read.until} == term);
  }
}
