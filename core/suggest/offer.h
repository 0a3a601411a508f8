// What a rule offers for one person, before anything is worded.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/said.h"
#include "core/network/introductions.h"
#include "core/suggest/contact.h"
#include "core/suggest/scene.h"
#include "core/suggest/suggestion.h"

namespace goodturn::suggest {

/// `part` in [0, 1] (ranking.md 3.2). `day` is what the rule is about: the date to celebrate, the first
/// meeting, the day something was received, when a promise is due; for keep-in-touch the last contact day.
struct Offer {
  Rule rule = Rule::keep_in_touch;
  double part = 0;
  Day day{};
  std::string period{};  ///< what makes the id differ from the next offer of its kind
  /// Has a date, or somebody waits for it: neither the cooldown nor the rhythm holds it up.
  bool dated = false;
  const Obligation* obligation = nullptr;  ///< thank, promised; points into the contact
  const Article* article = nullptr;        ///< give-match; points into the circle
  /// introduce: the step to take; nullopt for every other rule.
  std::optional<network::IntroductionStep> step{};
  std::optional<std::size_t> other{};  ///< the second person: place in the list of contacts
  std::optional<AskKind> ask{};        ///< ask: for what
  std::string subject{};               ///< a need, a role, an interest: the user's own words
  std::string detail{};                ///< what meets it: the user's offer; an introduction's reason as noted
  std::vector<Said> reason{};          ///< introduce: what the two have for each other
};

/// Worth of a rule among the others (ranking.md 3.2), in [0, 1].
[[nodiscard]] double base_of(Rule rule);
/// A pure give costs the other side nothing: thank, celebrate, support, give-match, introduce, reciprocate.
[[nodiscard]] bool is_pure_give(Rule rule);
/// A stretch costs courage: role gap, decision-maker, ask, revive, diversify.
[[nodiscard]] bool is_stretch(Rule rule);
/// A reminder without a date of its own: it keeps the cooldown, and two in one silence are enough.
[[nodiscard]] bool is_reminder(Rule rule);
/// 0.5 per showing of the person in the last 28 days. Only rules with a date are shown that soon again: of
/// two birthdays the one of the person who was not in the list lately comes first.
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
