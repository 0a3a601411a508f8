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

std::string_view gift_key(GiveKind kind) {
  switch (kind) {
    case GiveKind::introduction:
      return "week.idea_whom_meet";
    case GiveKind::public_recognition:
      return "week.idea_in_front";
    case GiveKind::access:
      return "week.idea_invite";
    default:
      return "week.idea_of_use";
  }
}

Said idea_of(const View& view) {
  const calendar::Profile& profile = view.contact.profile;
  if (const auto match = network::first_match(profile.needs, view.scene.circle.own.offers))
    return Said("week.idea_looks_for", {{"person", view.contact.name}, {"need", shortened(match->need)}});
  const relations::Motives motives{profile.ratings.fun, profile.ratings.status, profile.ratings.access};
  const bool is_known = motives.fun > 0 || motives.status > 0 || motives.access > 0;
  const GiveKind kind = is_known ? relations::gifts_for(motives).front() : GiveKind::help;
  return Said(gift_key(kind), {{"person", view.contact.name}});
}

/// Whether anything was given since the oldest of what is owed; a thanks is no return.
bool is_partly_returned(const View& view, const relations::SocialDebt& debt) {
  const std::vector<relations::LedgerEntry>& ledger = view.contact.ledger;
  Day oldest = view.now.today;
  for (const relations::Owed& owed : debt.owed) oldest = std::min(oldest, ledger[owed.entry].day);
  return std::any_of(ledger.begin(), ledger.end(), [&](const relations::LedgerEntry& entry) {
    return entry.side == relations::LedgerSide::gave && entry.kind != GiveKind::thanks &&
           entry.day > oldest && entry.day <= view.now.today;
  });
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
  suggestion.title = Said("week.title_do_something", {{"person", view.contact.name}});
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = view.standing.last_day;
  suggestion.record = Uid(offer.subject);
  suggestion.evidence.event_day = offer.day;
  suggestion.evidence.received = count;
  suggestion.why = {Said(is_partly_returned(view, debt) ? "week.partly_returned" : "week.nothing_returned",
                         {{"count", std::int64_t{count}}, {"day", said_day(offer.day, view.now.today)}})};
  add_last_contact(view, suggestion);
  suggestion.idea = idea_of(view);
  suggestion.factors = {{"received and not returned", debt.total, Said("week.factor_owed")}};
  return suggestion;
}

}  // namespace goodturn::suggest
