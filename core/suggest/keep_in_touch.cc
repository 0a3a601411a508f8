#include "core/suggest/keep_in_touch.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/suggest/restraint.h"
#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

constexpr double long_pause = 4;  // mean gaps; metrics.md 2.7: longer talks follow long gaps

std::string strength_words(const Standing& standing) {
  switch (standing.layer) {
    case 5:
      return "this is among the people you are in touch with most";
    case 15:
    case 50:
      return "this is among the people you are in touch with regularly";
    default:
      return "this is someone you know from earlier contact";
  }
}

std::string chance_words(const Standing& standing) {
  return standing.parts.chance < 0.5
             ? "going by the gaps so far, the next talk is unlikely to come about by itself this week"
             : "going by the gaps so far, the next talk may or may not come about by itself this week";
}

std::string silence_words(const Standing& standing, Evidence& evidence) {
  const auto shorter = static_cast<int>(std::count_if(standing.gaps.begin(), standing.gaps.end(),
                                                      [&](int gap) { return gap < standing.days_since; }));
  if (!standing.usual || shorter == 0) return "that is a longish pause among your contacts";
  evidence.gaps_longer = shorter;
  evidence.gaps_count = static_cast<int>(standing.gaps.size());
  return std::to_string(shorter) + " of the last " + std::to_string(standing.gaps.size()) +
         " gaps were shorter";
}

/// The last contact and the usual rhythm: what happened, before any judgement.
std::string fact_words(const View& view, Evidence& evidence) {
  const Standing& standing = view.standing;
  evidence.days_since = standing.days_since;
  std::string words = last_contact_words(view.contact, view.now.today).value_or("") + ", " +
                      days_words(standing.days_since) + " ago";
  if (!standing.usual) return words;
  const relations::UsualRange& usual = *standing.usual;
  evidence.usual_days = usual.middle;
  words += "; usually it is every " + days_words(usual.middle);
  if (usual.low == usual.high) return words;
  evidence.usual_low = usual.low;
  evidence.usual_high = usual.high;
  return words + " (" + std::to_string(usual.low) + "–" + std::to_string(usual.high) + ")";
}

std::string alive_words(const Standing& standing) {
  if (standing.contact_days == 1) return "so far there was a single contact";
  return standing.state == State::alive ? "until then you were in touch steadily"
                                        : "the contact has grown thinner lately";
}

/// The two parts that speak most for this person, in words; fills the evidence they use.
std::string reasons(const Standing& standing, Evidence& evidence) {
  const relations::ScoreParts& parts = standing.parts;
  enum Part { strength, chance, silence, alive };
  std::array<std::pair<double, Part>, 4> ranked = {{{std::sqrt(parts.strength), strength},
                                                    {1 - parts.chance, chance},
                                                    {parts.silence, silence},
                                                    {std::sqrt(parts.alive), alive}}};
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  const auto words = [&](Part part) {
    switch (part) {
      case strength:
        return strength_words(standing);
      case chance:
        return chance_words(standing);
      case silence:
        return silence_words(standing, evidence);
      case alive:
        return alive_words(standing);
    }
    return std::string();
  };
  std::string first = words(ranked[0].second);
  return capitalised(std::move(first)) + "; " + words(ranked[1].second) + ".";
}

std::vector<Factor> factors_of(const relations::ScoreParts& parts) {
  return {
      {"strength", parts.strength,
       "Compared with your strongest tie; grows with every contact and fades by half in half a year."},
      {"chance without help", parts.chance,
       "How likely you talk within a week anyway; a planned meeting takes the suggestion away."},
      {"silence", parts.silence, "How unusual this pause is for the two of you; any contact sets it back."},
      {"alive", parts.alive, "Whether the tie still looks reachable; one contact is enough to raise it."}};
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
std::string idea_of(const View& view) {
  for (const Obligation& obligation : view.contact.obligations)
    if (obligation.kind == RecordKind::promised && !obligation.settled && !obligation.text.empty())
      return "You offered to send something: “" + shortened(obligation.text) + "”.";
  // A mail says nothing of what it was about; the talk before it may.
  const std::optional<LastTalk>& talk = view.contact.last_topic;
  const std::optional<Note>& note = view.contact.last_note;
  if (note && !shortened(note->text).empty() && (!talk || note->day >= talk->day))
    return "You noted on " + date_words(note->day, view.now.today) + ": “" + shortened(note->text) +
           "”; ask how it went.";
  if (talk && !shortened(talk->about).empty())
    return (talk->day == view.contact.last_talk->day ? "You last talked on " : "You talked on ") +
           date_words(talk->day, view.now.today) + " about " + shortened(talk->about) + "; ask how it went.";
  if (view.standing.freshness > long_pause)
    return "Nothing concrete is noted; after a long pause a call or a coffee says more than a line.";
  return "Nothing concrete is noted; a short hello is enough.";
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
  suggestion.is_call = view.standing.freshness > long_pause;
  suggestion.title = (suggestion.is_call ? "Call " : "Write to ") + view.contact.name;
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = offer.day;
  suggestion.why = fact_words(view, suggestion.evidence) + ". " + reasons(view.standing, suggestion.evidence);
  suggestion.idea = idea_of(view);
  suggestion.factors = factors_of(view.standing.parts);
  return suggestion;
}

}  // namespace goodturn::suggest
