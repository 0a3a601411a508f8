#include "core/suggest/first_meeting.h"

#include <algorithm>

#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {

std::optional<Offer> offer_first_meeting(const View& view) {
  const relations::Touch* first = nullptr;
  int contacts = 0;
  for (const relations::Touch& touch : view.contact.touches) {
    if (touch.weight <= 0) continue;
    if (first == nullptr || touch.at < first->at) first = &touch;
    if (touch.direction != Direction::in) ++contacts;
    if (contacts > 1) return std::nullopt;
  }
  if (first == nullptr || (first->channel != Channel::meeting && first->channel != Channel::call))
    return std::nullopt;
  if (days_between(first->day, view.now.today) > first_meeting_days) return std::nullopt;
  return Offer{Rule::first_meeting, 1, first->day, to_iso(first->day), true};
}

Suggestion write_first_meeting(const View& view, const Offer& offer) {
  const Day today = view.now.today;
  Suggestion suggestion = start_suggestion(view, offer);
  suggestion.title = "Follow up with " + view.contact.name;
  suggestion.due = std::max(today, next_working_day(offer.day));
  suggestion.evidence.event_day = offer.day;
  suggestion.why =
      "You met for the first time on " + date_words(offer.day, today) + "; nothing was sent since.";
  const std::string about = view.contact.last_talk ? shortened(view.contact.last_talk->about) : "";
  suggestion.idea = about.empty() ? "Say what you took from the talk and propose when to speak next."
                                  : "Say what you took from “" + about + "” and propose when to speak next.";
  suggestion.factors = {{"days since the first meeting", static_cast<double>(days_between(offer.day, today)),
                         "Offered for five days; a message or a second meeting takes it away."}};
  return suggestion;
}

}  // namespace goodturn::suggest
