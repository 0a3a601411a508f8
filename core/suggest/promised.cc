#include "core/suggest/promised.h"

#include <algorithm>

#include "core/suggest/words.h"

namespace goodturn::suggest {

std::vector<Offer> offer_promised(const View& view) {
  std::vector<Offer> offers;
  for (const Obligation& promise : view.contact.obligations) {
    if (promise.kind != RecordKind::promised || promise.settled) continue;
    const Day due = promise.due.value_or(promise.day + std::chrono::days(promise_default_days));
    if (days_between(view.now.today, due) > promise_ahead_days) continue;
    Offer& offer = offers.emplace_back(Offer{Rule::promised, 1, due, promise.record.value, true});
    offer.obligation = &promise;
  }
  return offers;
}

Suggestion write_promised(const View& view, const Offer& offer) {
  const Day today = view.now.today;
  const Obligation& promise = *offer.obligation;
  Suggestion suggestion = start_suggestion(view, offer);
  suggestion.title = Said("week.title_promise", {{"person", view.contact.name}});
  suggestion.due = std::max(today, offer.day);
  suggestion.evidence.event_day = promise.due ? *promise.due : promise.day;
  suggestion.why = {Said(promise.due ? "week.promised_for" : "week.promised_on",
                         {{"day", said_day(promise.due.value_or(promise.day), today)}})};
  const std::string text = topic(promise.text);
  suggestion.idea = text.empty() ? Said("week.idea_keep") : Said("week.idea_keep_text", {{"text", text}});
  suggestion.factors = {
      {"days until due", static_cast<double>(days_between(today, offer.day)), Said("week.factor_due")}};
  return suggestion;
}

}  // namespace goodturn::suggest
