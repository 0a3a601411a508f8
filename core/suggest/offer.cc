#include "core/suggest/offer.h"

#include <algorithm>
#include <cmath>

#include "core/base/hash.h"
#include "core/suggest/restraint.h"

namespace goodturn::suggest {

double base_of(Rule rule) {
  switch (rule) {
    case Rule::thank:
    case Rule::promised:
      return 1.0;
    case Rule::first_meeting:
      return 0.95;
    case Rule::support:
      return 0.9;
    case Rule::celebrate:
    case Rule::keep_in_touch:
    case Rule::warm_contacts:
      return 0.8;
    case Rule::give_match:
      return 0.75;
    case Rule::introduce:
    case Rule::reciprocate:
      return 0.7;
    case Rule::role_gap:
    case Rule::decision_maker:
    case Rule::ask:
    case Rule::build_now:
      return 0.6;
    case Rule::deepen:
    case Rule::diversify:
      return 0.5;
    case Rule::revive:
      return 0.45;
  }
  return 0;
}

bool is_pure_give(Rule rule) {
  switch (rule) {
    case Rule::thank:
    case Rule::celebrate:
    case Rule::support:
    case Rule::give_match:
    case Rule::introduce:
    case Rule::reciprocate:
      return true;
    default:
      return false;
  }
}

bool is_stretch(Rule rule) {
  switch (rule) {
    case Rule::role_gap:
    case Rule::decision_maker:
    case Rule::ask:
    case Rule::revive:
    case Rule::diversify:
      return true;
    default:
      return false;
  }
}

bool is_reminder(Rule rule) {
  switch (rule) {
    case Rule::thank:
    case Rule::promised:
    case Rule::first_meeting:
    case Rule::celebrate:
    case Rule::support:
    case Rule::introduce:
      return false;
    default:
      return true;
  }
}

double freshness_of(const Contact& contact, Day today) {
  int recent = 0;
  for (const Showing& showing : contact.showings)
    if (!was_put_off(showing) && days_between(showing.day, today) < cooldown_days) ++recent;
  return std::exp2(-recent);
}

double value_of(const Offer& offer, const View& view) {
  return base_of(offer.rule) * offer.part * freshness_of(view.contact, view.now.today);
}

Uid id_of(Rule rule, const Uid& person, std::string_view period) {
  std::string text(to_string(rule));
  text.append("\n").append(person.value).append("\n").append(period);
  return Uid("goodturn-" + to_hex(hash_of(text)));
}

bool is_id_of(const Uid& id, Rule rule, const Contact& contact, std::string_view period) {
  const auto by = [&](const Uid& uid) { return id_of(rule, uid, period) == id; };
  return by(contact.uid) || std::any_of(contact.other_uids.begin(), contact.other_uids.end(), by);
}

Suggestion start_suggestion(const View& view, const Offer& offer) {
  Suggestion suggestion;
  suggestion.id = id_of(offer.rule, view.contact.uid, offer.period);
  suggestion.rule = offer.rule;
  suggestion.person = view.contact.uid;
  suggestion.person_name = view.contact.name;
  suggestion.email = view.contact.email;
  if (offer.other) {
    const Contact& other = view.scene.contacts[*offer.other];
    suggestion.other = other.uid;
    suggestion.other_name = other.name;
  }
  suggestion.ask = offer.ask;
  suggestion.step = offer.step;
  if (offer.obligation != nullptr) suggestion.record = offer.obligation->record;
  suggestion.value = value_of(offer, view);
  suggestion.evidence.last_day = view.standing.last_day;
  return suggestion;
}

}  // namespace goodturn::suggest
