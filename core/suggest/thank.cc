#include "core/suggest/thank.h"

#include <algorithm>

#include "core/suggest/words.h"

namespace goodturn::suggest {

std::vector<Offer> offer_thank(const View& view) {
  std::vector<Offer> offers;
  for (const Obligation& received : view.contact.obligations) {
    const int age = days_between(received.day, view.now.today);
    if (received.kind != RecordKind::received || received.settled || age < 0 || age > thank_days) continue;
    const double part = std::clamp(received.size, 1, 3) / 3.0;
    Offer& offer = offers.emplace_back(Offer{Rule::thank, part, received.day, received.record.value, true});
    offer.obligation = &received;
  }
  return offers;
}

Suggestion write_thank(const View& view, const Offer& offer) {
  const Day today = view.now.today;
  Suggestion suggestion = start_suggestion(view, offer);
  suggestion.title = "Thank " + view.contact.name;
  suggestion.due = std::max(today, offer.day + std::chrono::days(thank_due_days));
  suggestion.evidence.event_day = offer.day;
  suggestion.why =
      "You noted something received on " + date_words(offer.day, today) + "; no thanks are noted so far.";
  const std::string text = shortened(offer.obligation->text);
  suggestion.idea = text.empty() ? "Say thanks, and what came of it."
                                 : "Say thanks for “" + text + "”, and what came of it.";
  suggestion.factors = {
      {"size", static_cast<double>(offer.obligation->size),
       "As you noted it, from small to large; noting the thanks settles it."},
      {"days since", static_cast<double>(days_between(offer.day, today)), "Offered for thirty days."}};
  return suggestion;
}

}  // namespace goodturn::suggest
