#include "core/suggest/learning.h"

#include <algorithm>

#include "core/suggest/restraint.h"

namespace goodturn::suggest {
namespace {

bool is_done(const Showing& showing) {
  if (showing.action != Action::done) return false;
  return !showing.answered || days_between(showing.day, *showing.answered) <= answer_days;
}

/// Whether nothing can change about it any more.
bool is_settled(const Showing& showing, Day today) {
  if (was_put_off(showing)) return false;
  return showing.action.has_value() || !showing.open || days_between(showing.day, today) > answer_days;
}

double factor_of(const RuleOutcome& outcome) {
  constexpr double prior_done = 3, prior_shown = 10, usual = prior_done / prior_shown;
  const double mean = (prior_done + outcome.done) / (prior_shown + outcome.shown);
  return std::clamp(mean / usual, least_factor, most_factor);
}

}  // namespace

LearnedFactors::LearnedFactors(const Contacts& contacts, const std::optional<Day>& since, Day today) {
  for (const Contact& contact : contacts)
    for (const Showing& showing : contact.showings) {
      if (since && showing.day < *since) continue;
      if (!is_settled(showing, today)) continue;
      RuleOutcome& outcome = outcomes_[static_cast<std::size_t>(showing.rule)];
      ++outcome.shown;
      outcome.done += is_done(showing) ? 1 : 0;
    }
  std::transform(outcomes_.begin(), outcomes_.end(), factors_.begin(), factor_of);
}

}  // namespace goodturn::suggest
