#include "core/suggest/support.h"

#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {

bool mourns(const Contact& contact, Day today) {
  const std::optional<Day>& mark = contact.profile.grief;
  return mark && *mark <= today && days_between(*mark, today) <= mourning_days;
}

std::optional<Offer> offer_support(const View& view) {
  const Day today = view.now.today;
  if (!mourns(view.contact, today)) return std::nullopt;
  const Day mark = *view.contact.profile.grief;
  int given = 0;
  for (const relations::LedgerEntry& entry : view.contact.ledger) {
    const bool is_support =
        entry.side == relations::LedgerSide::gave && entry.kind == GiveKind::emotional_support;
    if (!is_support || entry.day < mark || entry.day > today) continue;
    if (days_between(entry.day, today) < support_again_days) return std::nullopt;
    ++given;
  }
  return Offer{Rule::support, 1, mark, to_iso(mark) + "\n" + std::to_string(given), true};
}

Suggestion write_support(const View& view, const Offer& offer) {
  Suggestion suggestion = start_suggestion(view, offer);
  suggestion.title = Said("week.title_kind_word", {{"person", view.contact.name}});
  suggestion.due = next_working_day(view.now.today);
  suggestion.evidence.event_day = offer.day;
  suggestion.why = {Said("week.loss", {{"day", said_day(offer.day, view.now.today)}})};
  add_last_contact(view, suggestion);
  suggestion.idea = Said("week.idea_support", {{"person", view.contact.name}});
  suggestion.factors = {{"days since the loss", static_cast<double>(days_between(offer.day, view.now.today)),
                         Said("week.factor_loss")}};
  return suggestion;
}

}  // namespace goodturn::suggest
