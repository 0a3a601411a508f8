#include "core/suggest/keep_in_touch.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/relations/alive.h"
#include "core/suggest/restraint.h"
#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

Said strength_said(const Standing& standing) {
  switch (standing.layer) {
    case 5:
      return Said("week.among_most");
    case 15:
    case 50:
      return Said("week.among_regular");
    default:
      return Said("week.from_earlier");
  }
}

Said silence_said(const Standing& standing, Evidence& evidence) {
  const auto shorter = std::count_if(standing.gaps.begin(), standing.gaps.end(),
                                     [&](int gap) { return gap < standing.days_since; });
  if (!standing.usual || shorter == 0) return Said("week.longish");
  evidence.gaps_longer = static_cast<int>(shorter);
  evidence.gaps_count = static_cast<int>(standing.gaps.size());
  return Said("week.gaps_shorter", {{"shorter", std::int64_t{*evidence.gaps_longer}},
                                    {"count", std::int64_t{*evidence.gaps_count}}});
}

/// The last contact and the usual rhythm: what happened, before any judgement.
void add_facts(const View& view, Suggestion& suggestion) {
  const Standing& standing = view.standing;
  Evidence& evidence = suggestion.evidence;
  evidence.days_since = standing.days_since;
  if (auto last = last_contact_in("week.silent", view.contact, view.now.today)) {
    last->arguments.push_back({"days", std::int64_t{standing.days_since}});
    suggestion.why.push_back(std::move(*last));
  }
  if (!standing.usual) return;
  const relations::UsualRange& usual = *standing.usual;
  evidence.usual_days = usual.middle;
  const std::int64_t days = usual.middle, low = usual.low, high = usual.high;
  if (low == high) return suggestion.why.push_back(Said("week.usual", {{"days", days}}));
  evidence.usual_low = usual.low;
  evidence.usual_high = usual.high;
  suggestion.why.push_back(Said("week.usual_range", {{"days", days}, {"low", low}, {"high", high}}));
}

Said alive_said(const Standing& standing) {
  if (standing.contact_days == 1) return Said("week.single_contact");
  return Said(standing.state == State::alive ? "week.steady" : "week.thinner");
}

/// The two parts that speak most for this person; fills the evidence they use.
void add_reasons(const Standing& standing, Suggestion& suggestion) {
  const relations::ScoreParts& parts = standing.parts;
  enum Part { strength, chance, silence, alive };
  std::array<std::pair<double, Part>, 4> ranked = {{{std::sqrt(parts.strength), strength},
                                                    {1 - parts.chance, chance},
                                                    {parts.silence, silence},
                                                    {std::sqrt(parts.alive), alive}}};
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  const auto said = [&](Part part) {
    switch (part) {
      case strength:
        return strength_said(standing);
      case chance:
        return Said(parts.chance < 0.5 ? "week.chance_low" : "week.chance_even");
      case silence:
        return silence_said(standing, suggestion.evidence);
      case alive:
        break;
    }
    return alive_said(standing);
  };
  suggestion.why.push_back(said(ranked[0].second));
  suggestion.why.push_back(said(ranked[1].second));
}

std::vector<Factor> factors_of(const relations::ScoreParts& parts) {
  return {{"strength", parts.strength, Said("week.factor_tie")},
          {"chance without help", parts.chance, Said("week.factor_chance")},
          {"silence", parts.silence, Said("week.factor_silence")},
          {"alive", parts.alive, Said("week.factor_alive")}};
}

/// The user said that the tie should come back: then a quiet one gets its reminder, too.
bool was_revived(const Contact& contact, const Standing& standing) {
  return standing.state == State::quiet && contact.profile.revived &&
         *contact.profile.revived > *standing.last_day;
}

/// Reminders of this kind in this silence. Counted apart from the rest, which the user can end: a follow-up
/// that was answered must not return under its old id.
long times_shown(const Contact& contact, Day last) {
  return std::count_if(contact.showings.begin(), contact.showings.end(), [&](const Showing& showing) {
    return showing.rule == Rule::keep_in_touch && !was_put_off(showing) && showing.day > last;
  });
}

/// What could be said or given: an open promise, else the last note or talk, else nothing made up.
Said idea_of(const View& view) {
  const Day today = view.now.today;
  for (const Obligation& obligation : view.contact.obligations)
    if (obligation.kind == RecordKind::promised && !obligation.settled && !topic(obligation.text).empty())
      return Said("week.idea_promise", {{"text", topic(obligation.text)}});
  // A mail says nothing of what it was about; the talk before it may.
  const std::optional<LastTalk>& talk = view.contact.last_topic;
  const std::optional<Note>& note = view.contact.last_note;
  if (note && !shortened(note->text).empty() && (!talk || note->day >= talk->day))
    return Said("week.idea_note", {{"day", said_day(note->day, today)}, {"text", shortened(note->text)}});
  if (talk && !topic(talk->about).empty())
    return talk_said(is_last_contact(*talk, view.contact) ? "week.idea_last_talk" : "week.idea_talk", *talk,
                     today);
  return Said(relations::calls_for_a_talk(view.standing.freshness) ? "week.idea_long_pause"
                                                                   : "week.idea_hello");
}

}  // namespace

std::optional<Offer> offer_keep_in_touch(const View& view) {
  const Standing& standing = view.standing;
  if (!standing.last_day || standing.elapsed < 1) return std::nullopt;
  // Within the usual rhythm a reminder would only nag, however strong the tie (product.md, complaints).
  if (standing.days_since < standing.cadence) return std::nullopt;
  const bool is_reachable = standing.state == State::alive || standing.state == State::fading;
  if (!is_reachable && !was_revived(view.contact, standing)) return std::nullopt;
  if (standing.score <= 0 || view.contact.manual_layer == 0) return std::nullopt;
  if (!is_chosen(view.contact, standing.contact_days)) return std::nullopt;
  const std::string period =
      to_iso(*standing.last_day) + "\n" + std::to_string(times_shown(view.contact, *standing.last_day));
  return Offer{Rule::keep_in_touch, standing.score, *standing.last_day, period};
}

Suggestion write_keep_in_touch(const View& view, const Offer& offer) {
  Suggestion suggestion = start_suggestion(view, offer);
  suggestion.is_call = relations::calls_for_a_talk(view.standing.freshness);
  suggestion.title =
      Said(suggestion.is_call ? "week.title_call" : "week.title_write", {{"person", view.contact.name}});
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = offer.day;
  add_facts(view, suggestion);
  add_reasons(view.standing, suggestion);
  suggestion.idea = idea_of(view);
  suggestion.factors = factors_of(view.standing.parts);
  return suggestion;
}

}  // namespace goodturn::suggest
