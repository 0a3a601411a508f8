// Learning from answers: rules that lead to something come a little earlier, and none ever vanishes.
#pragma once

#include <array>
#include <optional>
#include <span>

#include "core/suggest/contacts.h"

namespace goodturn::suggest {

inline constexpr int answer_days = 14;  ///< done within so many days is done
inline constexpr double least_factor = 0.7, most_factor = 1.3;

/// How often a rule was shown, and done by the user's own answer. A follow-up that a contact closed by itself
/// was shown and not answered: what happened anyway does not speak for the reminder.
struct RuleOutcome {
  int shown = 0;
  int done = 0;
};

/// One factor per rule on its base: clamp(mean/.3, .7, 1.3) with the mean of Beta(3 + done, 7 + shown −
/// done), which is .3, and so the factor 1, before anything is known. Put-off showings, those younger than 14
/// days without an answer, and those before `since` (the user's last reset) do not count. Source:
/// ranking.md 3.2.
class LearnedFactors {
 public:
  LearnedFactors(const Contacts& contacts, const std::optional<Day>& since, Day today);
  [[nodiscard]] double of(Rule rule) const { return factors_[static_cast<std::size_t>(rule)]; }
  [[nodiscard]] const RuleOutcome& outcome(Rule rule) const {
    return outcomes_[static_cast<std::size_t>(rule)];
  }

 private:
  std::array<RuleOutcome, all_rules.size()> outcomes_{};
  std::array<double, all_rules.size()> factors_{};
};

}  // namespace goodturn::suggest
