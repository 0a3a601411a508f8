#include "core/suggest/first_meeting.h"

#include <algorithm>

#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {

const relations::Touch* first_talk(const Contact& contact) {
  const relations::Touch *first = nullptr, *talk = nullptr;
  for (const relations::Touch& touch : contact.touches) {
    if (touch.weight <= 0) continue;
    if (first == nullptr || touch.at < first->at) first = &touch;
    const bool is_talk = touch.channel == Channel::meeting || touch.channel == Channel::call;
    if (is_talk && (talk == nullptr || touch.at < talk->at)) talk = &touch;
  }
  if (talk == nullptr || days_between(first->day, talk->day) > arranging_days) return nullptr;
  return talk;
}

const relations::Touch* follow_up_to(const relations::Touch& talk, const Contact& contact) {
  const relations::Touch* next = nullptr;
  for (const relations::Touch& touch : contact.touches)
    if (&touch != &talk && touch.weight > 0 && touch.direction != Direction::in && touch.at >= talk.at &&
        (next == nullptr || touch.at < next->at))
      next = &touch;
  return next;
}

std::optional<Offer> offer_first_meeting(const View& view) {
  const relations::Touch* talk = first_talk(view.contact);
  if (talk == nullptr || days_between(talk->day, view.now.today) > first_meeting_days) return std::nullopt;
  if (follow_up_to(*talk, view.contact) != nullptr) return std::nullopt;
  return Offer{Rule::first_meeting, 1, talk->day, to_iso(talk->day), true};
}

Suggestion write_first_meeting(const View& view, const Offer& offer) {
  const Day today = view.now.today;
  Suggestion suggestion = start_suggestion(view, offer);
  suggestion.title = Said("week.title_follow_up", {{"person", view.contact.name}});
  suggestion.due = std::max(today, next_working_day(offer.day));
  suggestion.evidence.event_day = offer.day;
  const relations::Touch* talk = first_talk(view.contact);
  const bool was_call = talk != nullptr && talk->channel == Channel::call;
  suggestion.why = {Said("week.first_met", {{"how", std::string(was_call ? "spoke" : "met")},
                                            {"day", said_day(offer.day, today)}})};
  const std::string about = view.contact.last_talk ? topic(view.contact.last_talk->about) : "";
  suggestion.idea =
      about.empty() ? Said("week.idea_first") : Said("week.idea_first_about", {{"topic", about}});
  suggestion.factors = {{"days since the first meeting", static_cast<double>(days_between(offer.day, today)),
                         Said("week.factor_first")}};
  return suggestion;
}

}  // namespace goodturn::suggest
