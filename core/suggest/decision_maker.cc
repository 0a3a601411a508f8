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

std::string power_words(const Contact& contact) {
  if (can(contact, Power::can_hire)) return "can hire";
  if (can(contact, Power::can_connect)) return "can connect you";
  if (can(contact, Power::influences)) return "has a say";
  return std::string(gloss_of(Role::decision_maker));
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
  suggestion.title = "Tell " + name + " what you are working towards";
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = view.standing.last_day;
  suggestion.why = "You noted that " + name + " " + power_words(view.contact);
  if (is_in_goal(view.contact, circle)) suggestion.why += ", close to your goal";
  suggestion.why += ".";
  if (const auto last = last_contact_words(view.contact, view.now.today)) suggestion.why += " " + *last + ".";
  suggestion.idea = view.contact.profile.knows_goal
                        ? "Say in two lines what has moved since you last spoke of your goal."
                        : "Say in two lines where you want to get, and ask how it looks from there.";
  suggestion.factors = {{"strength", view.standing.parts.strength,
                         "Compared with your strongest tie; grows with every contact."},
                        {"willing", static_cast<double>(view.contact.profile.ratings.willing),
                         "As you noted it, 0 to 2; without a goal this is not suggested."}};
  return suggestion;
}

}  // namespace goodturn::suggest
