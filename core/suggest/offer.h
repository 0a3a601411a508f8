// What a rule offers for one person, before anything is worded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/suggest/contact.h"
#include "core/suggest/standing.h"
#include "core/suggest/suggestion.h"

namespace goodturn::suggest {

/// What a rule sees.
struct View {
  const Contact& contact;
  const Standing& standing;
  Now now;
};

/// `part` in [0, 1] (ranking.md 3.2). `day` is what the rule is about: the date to celebrate, the first
/// meeting, the day something was received, when a promise is due; for keep-in-touch the last contact day.
struct Offer {
  Rule rule = Rule::keep_in_touch;
  double part = 0;
  Day day{};
  const Obligation* obligation = nullptr;  ///< thank, promised; points into the contact
  std::string period;                      ///< what makes the id differ from the next offer of its kind
};

/// Worth of a rule among the others: thank and promised 1, first-meeting .95, celebrate and keep-in-touch .8.
[[nodiscard]] double base_of(Rule rule);
/// A pure give costs the other side nothing: thank, celebrate.
[[nodiscard]] bool is_pure_give(Rule rule);
/// 0.5 per showing of the person in the last 28 days.
[[nodiscard]] double freshness_of(const Contact& contact, Day today);
/// base · part · fresh.
[[nodiscard]] double value_of(const Offer& offer, const View& view);

/// "goodturn-" and 32 hexadecimal digits of hash(rule, person, period): stable from run to run.
[[nodiscard]] Uid id_of(Rule rule, const Uid& person, std::string_view period);

/// Whether that is the id by any card of the person.
[[nodiscard]] bool is_id_of(const Uid& id, Rule rule, const Contact& contact, std::string_view period);

/// The fields that every rule fills alike: id, rule, person, value; no words yet.
[[nodiscard]] Suggestion start_suggestion(const View& view, const Offer& offer);

}  // namespace goodturn::suggest
