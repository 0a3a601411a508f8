#include "core/relations/ask.h"

#include <algorithm>

#include "core/relations/giving.h"

namespace goodturn::relations {
namespace {

/// Weekday 0 is Monday.
Day monday_of(Day day) {
  const unsigned since_monday = std::chrono::weekday(day).iso_encoding() - 1;
  return day - std::chrono::days(since_monday);
}

std::optional<Day> last_claim(std::span<const LedgerEntry> ledger, std::span<const Ask> asks, Day today) {
  std::optional<Day> last;
  const auto note = [&](Day day) {
    if (day <= today && (!last || day > *last)) last = day;
  };
  for (const Ask& ask : asks)
    if (ask.state != AskState::withdrawn) note(ask.day);
  for (const LedgerEntry& entry : ledger)
    if (entry.side == LedgerSide::received && entry.asked) note(entry.day);
  return last;
}

}  // namespace

AskState state_on(const Ask& ask, Day today) {
  if (ask.state != AskState::open && ask.state != AskState::no_answer) return ask.state;
  return days_between(ask.day, today) > no_answer_days ? AskState::no_answer : AskState::open;
}

AskGate ask_gate(std::span<const LedgerEntry> ledger, std::span<const Ask> asks, const AskTie& tie,
                 Day today) {
  AskGate gate;
  gate.since = last_claim(ledger, asks, today);
  for (const LedgerEntry& entry : ledger)
    gate.gives +=
        entry.side == LedgerSide::gave && entry.day <= today && (!gate.since || entry.day > *gate.since);
  const auto holds = [&](Role role) {
    return std::find(tie.roles.begin(), tie.roles.end(), role) != tie.roles.end();
  };
  if (gate.gives > 0)
    gate.ground = AskGround::gave;
  else if (holds(Role::mentor) || holds(Role::sponsor))
    gate.ground = AskGround::role;
  else if (tie.kind == TieKind::up && tie.offered_help)
    gate.ground = AskGround::offered_help;
  return gate;
}

Answers answers_of(std::span<const Ask> asks, Day today) {
  Answers answers;
  for (const Ask& ask : asks) {
    const AskState state = state_on(ask, today);
    answers.yes += state == AskState::yes;
    answers.no += state == AskState::no;
    answers.open += state == AskState::open;
    answers.no_answer += state == AskState::no_answer;
    answers.withdrawn += state == AskState::withdrawn;
  }
  answers.said_yes = {answers.yes, answers.yes + answers.no};
  answers.yes_rate = (answers.yes + 1.0) / (answers.said_yes.whole + 2.0);
  answers.interval = wilson(answers.said_yes);
  return answers;
}

int asked_this_week(std::span<const Ask> asks, Day today) {
  const Day monday = monday_of(today);
  return static_cast<int>(std::count_if(asks.begin(), asks.end(), [&](const Ask& ask) {
    return ask.state != AskState::withdrawn && ask.day >= monday && ask.day <= today;
  }));
}

bool may_ask_more(std::span<const LedgerEntry> ledger, std::span<const Ask> asks, Day today) {
  constexpr int enough_gives = 3;
  const TakingAndGiving recent = taking_and_giving(ledger, asks, today);
  return recent.gave >= enough_gives && recent.asked == 0;
}

}  // namespace goodturn::relations
