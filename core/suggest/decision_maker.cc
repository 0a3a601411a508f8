#include "core/suggest/decision_maker.h"

#include <algorithm>

#include "core/network/words_match.h"
#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

bool has_power(const Contact& contact) {
  if (!contact.profile.powers.empty()) return true;
  return std::find(contact.roles.begin(), contact.roles.end(), Role::decision_maker) != contact.roles.end();
}

/// The branch of "week.decides".
std::string power_of(const Contact& contact) {
  if (can(contact, Power::can_hire)) return "hires";
  if (can(contact, Power::can_connect)) return "connects";
  return can(contact, Power::influences) ? "influences" : "decides";
}

}  // namespace

bool can(const Contact& contact, Power power) {
  const std::vector<Power>& powers = contact.profile.powers;
  return std::find(powers.begin(), powers.end(), power) != powers.end();
}

bool is_in_goal(const Contact& contact, const Circle& circle) {
  return std::any_of(circle.goals.begin(), circle.goals.end(), [&](const network::Goal& goal) {
    if (std::find(goal.targets.begin(), goal.targets.end(), contact.uid) != goal.targets.end()) return true;
    return !contact.organisation.empty() &&
           std::any_of(goal.companies.begin(), goal.companies.end(), [&](const std::string& company) {
             return network::answers(contact.organisation, company);
           });
  });
}

std::optional<Offer> offer_decision_maker(const View& view) {
  constexpr double most_willing = 2;
  if (!view.standing.last_day) return std::nullopt;
  if (!is_current(view.standing) || view.standing.state == State::planned) return std::nullopt;
  const int willing = std::min(2, view.contact.profile.ratings.willing);
  if (willing <= 0 || !has_power(view.contact)) return std::nullopt;
  const Circle& circle = view.scene.circle;
  if (!has_goal(circle) || is_own_boss(view.contact, circle)) return std::nullopt;
  const double part = view.standing.parts.strength * willing / most_willing;
  if (part <= 0) return std::nullopt;
  return Offer{Rule::decision_maker, part, *view.standing.last_day, to_iso(*view.standing.last_day)};
}

Suggestion write_decision_maker(const View& view, const Offer& offer) {
  const Circle& circle = view.scene.circle;
  const std::string& name = view.contact.name;
  Suggestion suggestion = start_suggestion(view, offer);
  suggestion.title = Said("week.title_tell_goal", {{"person", name}});
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = view.standing.last_day;
  suggestion.why = {Said("week.decides", {{"person", name}, {"power", power_of(view.contact)}})};
  if (is_in_goal(view.contact, circle)) suggestion.why.push_back(Said("week.close_to_goal"));
  add_last_contact(view, suggestion);
  suggestion.idea = Said(view.contact.profile.knows_goal ? "week.idea_moved" : "week.idea_where");
  suggestion.factors = {{"strength", view.standing.parts.strength, Said("week.factor_strength")},
                        {"willing", static_cast<double>(view.contact.profile.ratings.willing),
                         Said("week.factor_willing_goal")}};
  return suggestion;
}

}  // namespace goodturn::suggest
