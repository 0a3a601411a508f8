// Asks: when asking is fair, and how often people say yes.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/relations/ledger.h"
#include "core/relations/share.h"

namespace goodturn::relations {

struct Ask {
  Uid id;
  Uid person;
  Day day{};
  AskKind kind = AskKind::advice;
  AskState state = AskState::open;
  std::string next_step;  ///< may be empty
  bool operator==(const Ask&) const = default;
};

inline constexpr int no_answer_days = 30;

/// The state on `today`: an ask without an answer is open for 30 days, then no-answer. Yes, no and withdrawn
/// stay. Source: metrics.md 2.19.
[[nodiscard]] AskState state_on(const Ask& ask, Day today);

/// Why a person may be asked.
enum class AskGround { none, gave, offered_help, role };

struct AskGate {
  AskGround ground = AskGround::none;
  int gives = 0;             ///< gives since `since`, or ever
  std::optional<Day> since;  ///< last ask that was not withdrawn, or last thing received on request
  [[nodiscard]] bool is_open() const { return ground != AskGround::none; }
};

/// What the gate looks at besides ledger and asks.
struct AskTie {
  TieKind kind = TieKind::peer;
  bool offered_help = false;  ///< the person offered help
  std::span<const Role> roles;
};

/// Open when the user gave at least once after the last ask and the last thing received on request, or the
/// tie is `up` and help was offered, or the person is mentor or sponsor. A gate is a banner, never a lock.
/// `ledger` and `asks` of the one person, any order. Source: metrics.md 2.19, features.md row 39.
[[nodiscard]] AskGate ask_gate(std::span<const LedgerEntry> ledger, std::span<const Ask> asks,
                               const AskTie& tie, Day today);

/// How people answered.
struct Answers {
  int yes = 0, no = 0, open = 0, no_answer = 0, withdrawn = 0;
  double yes_rate = 0.5;             ///< (yes + 1)/(yes + no + 2), mean of Beta(1,1) after the answers
  Share said_yes;                    ///< yes of yes + no
  std::optional<Interval> interval;  ///< Wilson 95 % of said_yes
};
/// Asks without an answer count as neither. "no" is a number to collect, not to fear.
/// Source: metrics.md 2.19.
[[nodiscard]] Answers answers_of(std::span<const Ask> asks, Day today);

/// Asks made since Monday of the week of `today`, withdrawn ones left out.
[[nodiscard]] int asked_this_week(std::span<const Ask> asks, Day today);

/// "You may ask": at least three gives and no ask within 90 days. Source: features.md row 8.
[[nodiscard]] bool may_ask_more(std::span<const LedgerEntry> ledger, std::span<const Ask> asks, Day today);

}  // namespace goodturn::relations
