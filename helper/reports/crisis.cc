#include "helper/reports/crisis.h"

#include <algorithm>

#include "core/relations/ledger.h"

namespace goodturn::helper {
namespace {

using network::ReadinessAdvice;

std::optional<int> days_since_free_touch(const Tie& tie, Day today) {
  const std::vector<Day> ask_days = ask_days_of(*tie.person);
  const auto& touches = tie.person->contact.touches;
  for (auto touch = touches.rbegin(); touch != touches.rend(); ++touch)
    if (touch->weight > 0 && !std::binary_search(ask_days.begin(), ask_days.end(), touch->day))
      return days_between(touch->day, today);
  return std::nullopt;
}

network::ReadinessContact contact_of(const Tie& tie, Day today) {
  network::ReadinessContact contact;
  contact.strength = tie.strength();
  contact.alive = tie.is_alive();
  contact.external = tie.side == Side::external;
  contact.depth = tie.standing->depth;
  if (!tie.person->ledger.empty())
    contact.balance = relations::balance_of(tie.person->ledger, tie.kind, today).value;
  contact.days_since_free_touch = days_since_free_touch(tie, today);
  contact.cadence = tie.standing->cadence;
  return contact;
}

Figure part_figure(const std::optional<double>& part, std::string_view words, std::string_view missing) {
  if (!part) return not_enough(missing);
  return {part, percent(*part) + " " + std::string(words), ""};
}

std::string_view words_of(ReadinessAdvice advice) {
  switch (advice) {
    case ReadinessAdvice::build_now:
      return " There is time to build while you have something to give.";
    case ReadinessAdvice::warm_contacts_first:
      return " You noted a hard time: the people closest to you come first now.";
    case ReadinessAdvice::none:
      break;
  }
  return "";
}

}  // namespace

Crisis crisis_words(const network::ReadinessParts& parts, bool in_crisis) {
  const std::optional<network::Readiness> state = network::readiness(parts);
  Crisis crisis;
  crisis.advice = network::advice_for(state, in_crisis);
  crisis.roles = part_figure(parts.roles, "of the roles you want are filled by living ties.",
                             "which roles you want filled");
  crisis.bench = part_figure(parts.bench, "of a bench of eight living, deep ties outside your organisation.",
                             "nobody you are in touch with");
  crisis.balanced = part_figure(parts.balanced, "of your 15 strongest ties are not tilted towards you.",
                                "nothing given or received is noted for your strongest ties");
  crisis.warm = part_figure(parts.warm, "of your 15 strongest ties heard from you lately without an ask.",
                            "nobody you are in touch with");
  if (!state) {
    crisis.readiness = not_enough("none of the four parts is known");
    return crisis;
  }
  crisis.readiness = {state->value,
                      "If you needed people tomorrow: " + percent(state->value) + " ready." +
                          std::string(words_of(crisis.advice)),
                      std::to_string(state->parts_known) + " of 4 parts known"};
  return crisis;
}

Crisis crisis_of(const Overview& overview, const std::optional<network::Coverage>& coverage) {
  std::vector<network::ReadinessContact> contacts;
  for (const Tie& tie : overview.ties)
    if (tie.liveliness) contacts.push_back(contact_of(tie, overview.now.today));
  const auto active = coverage ? std::optional(coverage->active) : std::nullopt;
  return crisis_words(network::readiness_parts(contacts, active), overview.own().crisis.has_value());
}

}  // namespace goodturn::helper
