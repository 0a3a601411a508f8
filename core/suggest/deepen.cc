#include "core/suggest/deepen.h"

#include "core/network/words_match.h"
#include "core/people/letters.h"
#include "core/suggest/traits.h"
#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

Suggestion started(const View& view, const Offer& offer, std::string_view title, std::string_view more) {
  Suggestion suggestion = start_suggestion(view, offer);
  const std::string& name = view.contact.name;
  const std::string interest = noted_words(offer.subject, suggestion.evidence);
  suggestion.title = Said(title, {{"person", name}});
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = view.standing.last_day;
  suggestion.why = {Said("week.both_like", {{"person", name}, {"interest", interest}}), Said(more)};
  add_last_contact(view, suggestion);
  suggestion.factors = {{"interests in common", offer.part, Said("week.factor_common")}};
  return suggestion;
}

}  // namespace

Common common_interests(const Contact& contact, const Circle& circle) {
  const auto& own = circle.own.interests;
  const auto& theirs = contact.profile.interests;
  if (own.empty() || theirs.empty()) return {};
  const std::vector<std::string> shared = network::shared_words(own, theirs);
  return shared.empty() ? Common{} : Common{network::word_overlap(own, theirs), shared.front()};
}

std::vector<Offer> offer_deepen(const View& view) {
  std::vector<Offer> offers;
  const Common& common = view.traits().common;
  if (common.part <= 0 || view.contact.manual_layer == 0) return offers;
  if (view.standing.state != State::alive && view.standing.state != State::fading) return offers;
  const auto offer = [&](Rule rule) {
    Offer& made =
        offers.emplace_back(Offer{rule, common.part, view.now.today, people::folded_word(common.word)});
    made.subject = common.word;
  };
  if (view.standing.state == State::alive && view.standing.depth == 1) offer(Rule::deepen);
  if (view.traits().side == Side::external && view.standing.contact_days <= thin_contact_days)
    offer(Rule::diversify);
  return offers;
}

Suggestion write_deepen(const View& view, const Offer& offer) {
  Suggestion suggestion = started(view, offer, "week.title_coffee", "week.only_short");
  suggestion.idea = Said("week.idea_coffee", {{"interest", shortened(offer.subject)}});
  suggestion.factors.push_back(
      {"depth", static_cast<double>(view.standing.depth), Said("week.factor_depth")});
  return suggestion;
}

Suggestion write_diversify(const View& view, const Offer& offer) {
  Suggestion suggestion = started(view, offer, "week.title_get_to_know", "week.other_places");
  suggestion.idea = Said("week.idea_outside", {{"interest", shortened(offer.subject)}});
  suggestion.factors.push_back(
      {"contact days", static_cast<double>(view.standing.contact_days), Said("week.factor_contact_days")});
  return suggestion;
}

}  // namespace goodturn::suggest
