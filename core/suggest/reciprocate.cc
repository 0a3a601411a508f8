#include "core/suggest/reciprocate.h"

#include <algorithm>

#include "core/network/words_match.h"
#include "core/relations/debt.h"
#include "core/relations/motives.h"
#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

/// The newest entry that still weighs.
const relations::LedgerEntry* newest_owed(const View& view, const relations::SocialDebt& debt) {
  const relations::LedgerEntry* newest = nullptr;
  for (const relations::Owed& owed : debt.owed) {
    const relations::LedgerEntry& entry = view.contact.ledger[owed.entry];
    if (newest == nullptr || std::tie(entry.day, entry.id) > std::tie(newest->day, newest->id))
      newest = &entry;
  }
  return newest;
}

std::string gift_words(GiveKind kind, const std::string& name) {
  switch (kind) {
    case GiveKind::introduction:
      return "Think of somebody whom " + name + " would like to meet.";
    case GiveKind::public_recognition:
      return "Say in front of others what " + name + " did for you.";
    case GiveKind::access:
      return "Invite " + name + " to something you go to anyway.";
    default:
      return "Ask " + name + " what would be of use just now.";
  }
}

std::string idea_of(const View& view) {
  const calendar::Profile& profile = view.contact.profile;
  if (const auto match = network::first_match(profile.needs, view.scene.circle.own.offers))
    return view.contact.name + " looks for “" + shortened(match->need) + "”, which you offer.";
  const relations::Motives motives{profile.ratings.fun, profile.ratings.status, profile.ratings.access};
  const bool is_known = motives.fun > 0 || motives.status > 0 || motives.access > 0;
  return gift_words(is_known ? relations::gifts_for(motives).front() : GiveKind::help, view.contact.name);
}

}  // namespace

std::optional<Offer> offer_reciprocate(const View& view) {
  if (view.contact.ledger.empty() || view.contact.manual_layer == 0) return std::nullopt;
  if (view.contact.profile.tie == TieKind::family) return std::nullopt;
  const relations::SocialDebt debt = relations::social_debt(view.contact.ledger, view.now.today);
  const relations::LedgerEntry* newest = newest_owed(view, debt);
  if (newest == nullptr || debt.total < least_debt) return std::nullopt;
  if (days_between(newest->day, view.now.today) < return_after_days) return std::nullopt;
  constexpr double full = 3;
  Offer offer{Rule::reciprocate, std::min(1.0, debt.total / full), newest->day, newest->id.value};
  offer.subject = newest->id.value;
  return offer;
}

Suggestion write_reciprocate(const View& view, const Offer& offer) {
  const relations::SocialDebt debt = relations::social_debt(view.contact.ledger, view.now.today);
  const auto count = static_cast<int>(debt.owed.size());
  Suggestion suggestion = start_suggestion(view, offer);
  suggestion.title = "Do something for " + view.contact.name;
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = view.standing.last_day;
  suggestion.record = Uid(offer.subject);
  suggestion.evidence.event_day = offer.day;
  suggestion.evidence.received = count;
  suggestion.why = count == 1 ? "You noted something received on " + date_words(offer.day, view.now.today)
                              : "You noted " + std::to_string(count) + " things received, the newest on " +
                                    date_words(offer.day, view.now.today);
  suggestion.why += "; nothing in return is noted so far.";
  if (const auto last = last_contact_words(view.contact, view.now.today)) suggestion.why += " " + *last + ".";
  suggestion.idea = idea_of(view);
  suggestion.factors = {
      {"received and not returned", debt.total,
       "In sizes as you noted them; fades by half in a year, and anything you give counts."}};
  return suggestion;
}

}  // namespace goodturn::suggest
