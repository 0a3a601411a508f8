#include "core/suggest/restraint.h"

#include <algorithm>

#include "core/relations/cadence.h"
#include "core/suggest/answered.h"

namespace goodturn::suggest {
namespace {

std::optional<Day> last_contact_day(const Contact& contact) {
  std::optional<Day> last;
  for (const relations::Touch& touch : contact.touches)
    if (touch.weight > 0 && (!last || touch.day > *last)) last = touch.day;
  return last;
}

bool was_put_off(const Showing& showing) { return showing.action == Action::later; }

/// The same follow-up was answered, or was seen too recently to return.
bool is_spent(const Showing& showing, Day today) {
  if (was_put_off(showing)) return false;
  return showing.action.has_value() || days_between(showing.day, today) < cooldown_days;
}

bool is_cooling(const Contact& contact, Day today) {
  return std::any_of(contact.showings.begin(), contact.showings.end(), [&](const Showing& showing) {
    return !was_put_off(showing) && days_between(showing.day, today) < cooldown_days;
  });
}

}  // namespace

bool may_suggest(const Contact& contact, Day today) {
  return !contact.do_not_suggest && (!contact.snoozed_until || *contact.snoozed_until <= today);
}

bool is_chosen(const Contact& contact, int contact_days) {
  return !contact.roles.empty() || !contact.tags.empty() || contact_days >= rhythm_days;
}

int showings_in_silence(const Contact& contact) {
  if (contact.showings.empty()) return 0;
  const std::optional<Day> last = last_contact_day(contact);
  return static_cast<int>(
      std::count_if(contact.showings.begin(), contact.showings.end(), [&](const Showing& showing) {
        return showing.rule == Rule::keep_in_touch && !was_put_off(showing) && (!last || showing.day > *last);
      }));
}

bool is_resting(const Contact& contact) {
  return showings_in_silence(contact) >= showings_per_silence &&
         std::none_of(contact.showings.begin(), contact.showings.end(),
                      [](const Showing& s) { return s.open; });
}

bool may_show(const Offer& offer, const Contact& contact, Day today) {
  for (const Showing& showing : contact.showings) {
    if (showing.open) return false;
    if (is_spent(showing, today) && is_id_of(showing.follow_up, offer.rule, contact, offer.period))
      return false;
  }
  if (offer.rule != Rule::keep_in_touch) return true;
  return !is_cooling(contact, today) && showings_in_silence(contact) < showings_per_silence;
}

}  // namespace goodturn::suggest
