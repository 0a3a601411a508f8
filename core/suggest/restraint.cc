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

/// Snoozed until the person writes: a touch from them on that day or later ends it.
bool waits_for_word(const Contact& contact) {
  const std::optional<Day>& since = contact.profile.until_they_write;
  return since &&
         std::none_of(contact.touches.rbegin(), contact.touches.rend(), [&](const relations::Touch& touch) {
           return touch.weight > 0 && touch.direction != Direction::out && touch.day >= *since;
         });
}

/// A rest ends with the next contact, by the user's word, or when something new was received or promised.
std::optional<Day> rest_ended(const Contact& contact) {
  std::optional<Day> ended = contact.profile.revived;
  for (const Obligation& record : contact.obligations) ended = std::max(ended, std::optional(record.day));
  return std::max(ended, last_contact_day(contact));
}

}  // namespace

bool was_put_off(const Showing& showing) { return showing.action == Action::later; }

bool may_suggest(const Contact& contact, Day today) {
  if (contact.do_not_suggest || contact.profile.is_deceased) return false;
  if (contact.snoozed_until && *contact.snoozed_until > today) return false;
  return !waits_for_word(contact) && !is_resting(contact);
}

bool is_chosen(const Contact& contact, int contact_days) {
  return !contact.roles.empty() || !contact.tags.empty() || contact_days >= rhythm_days;
}

int showings_in_silence(const Contact& contact) {
  if (contact.showings.empty()) return 0;
  const std::optional<Day> ended = rest_ended(contact);
  return static_cast<int>(
      std::count_if(contact.showings.begin(), contact.showings.end(), [&](const Showing& showing) {
        return is_reminder(showing.rule) && !was_put_off(showing) && (!ended || showing.day > *ended);
      }));
}

bool is_resting(const Contact& contact) {
  if (contact.showings.empty()) return false;
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
  if (offer.dated) return true;
  return !is_cooling(contact, today) && showings_in_silence(contact) < showings_per_silence;
}

}  // namespace goodturn::suggest
