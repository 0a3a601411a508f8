#include "core/suggest/answered.h"

#include <algorithm>

#include "core/suggest/celebrate.h"
#include "core/suggest/offer.h"

namespace goodturn::suggest {
namespace {

bool reached_out(const relations::Touch& touch) {
  return touch.weight > 0 && touch.direction != Direction::in;
}

bool reached_out_since(const Contact& contact, Day day) {
  return std::any_of(contact.touches.begin(), contact.touches.end(),
                     [&](const relations::Touch& touch) { return reached_out(touch) && touch.day >= day; });
}

bool met_again(const Contact& contact) {
  return std::count_if(contact.touches.begin(), contact.touches.end(), reached_out) > 1;
}

bool was_celebrated(const Showing& showing, const Contact& contact) {
  for (const auto& date : {contact.birthday, contact.anniversary}) {
    if (!date) continue;
    const Day day = next_return(*date, showing.day);
    if (days_between(showing.day, day) <= celebrate_ahead_days && reached_out_since(contact, day))
      return true;
  }
  return false;
}

bool was_settled(const Showing& showing, const Contact& contact) {
  return std::any_of(contact.obligations.begin(), contact.obligations.end(), [&](const Obligation& record) {
    return record.settled && is_id_of(showing.follow_up, showing.rule, contact, record.record.value);
  });
}

}  // namespace

bool answered_by(const Showing& showing, const Contact& contact) {
  switch (showing.rule) {
    case Rule::keep_in_touch:
      return reached_out_since(contact, showing.day);
    case Rule::first_meeting:
      return met_again(contact);
    case Rule::celebrate:
      return was_celebrated(showing, contact);
    case Rule::thank:
    case Rule::promised:
      return was_settled(showing, contact);
  }
  return false;
}

}  // namespace goodturn::suggest
