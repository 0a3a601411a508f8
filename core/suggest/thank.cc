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
  suggestion.title = Said("week.title_thank", {{"person", view.contact.name}});
  suggestion.due = std::max(today, offer.day + std::chrono::days(thank_due_days));
  suggestion.evidence.event_day = offer.day;
  suggestion.why = {Said("week.received", {{"day", said_day(offer.day, today)}})};
  const std::string text = topic(offer.obligation->text), gift = gift_word(offer.obligation->gift);
  suggestion.idea = Said("week.idea_thank", {{"gift", gift}});
  if (!text.empty()) suggestion.idea = Said("week.idea_thank_for", {{"gift", gift}, {"text", text}});
  suggestion.factors = {
      {"size", static_cast<double>(offer.obligation->size), Said("week.factor_size")},
      {"days since", static_cast<double>(days_between(offer.day, today)), Said("week.factor_thank_days")}};
  return suggestion;
}

}  // namespace goodturn::suggest
