#include "core/suggest/deepen.h"

#include "core/network/words_match.h"
#include "core/people/letters.h"
#include "core/suggest/traits.h"
#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

Suggestion started(const View& view, const Offer& offer, std::string title, const std::string& more) {
  Suggestion suggestion = start_suggestion(view, offer);
  suggestion.title = std::move(title);
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = view.standing.last_day;
  suggestion.why =
      "You and " + view.contact.name + " both like " + quoted(offer.subject, suggestion.evidence) + more;
  if (const auto last = last_contact_words(view.contact, view.now.today)) suggestion.why += " " + *last + ".";
  suggestion.factors = {{"interests in common", offer.part,
                         "What both like of all that either likes; changing either list changes it."}};
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
  Suggestion suggestion = started(view, offer, "Suggest a coffee to " + view.contact.name,
                                  "; in the last year there were only short contacts.");
  suggestion.idea = "Suggest a walk or a coffee, and leave it open when: “" + shortened(offer.subject) +
                    "” is a good reason.";
  suggestion.factors.push_back({"depth", static_cast<double>(view.standing.depth),
                                "A call or a talk of two makes it deeper, and takes the suggestion away."});
  return suggestion;
}

Suggestion write_diversify(const View& view, const Offer& offer) {
  Suggestion suggestion =
      started(view, offer, "Get to know " + view.contact.name + " better", ", and work at different places.");
  suggestion.idea = "Ask how people there see “" + shortened(offer.subject) + "”; it is a view from outside.";
  suggestion.factors.push_back({"contact days", static_cast<double>(view.standing.contact_days),
                                "Offered up to three; afterwards the usual rhythm takes over."});
  return suggestion;
}

}  // namespace goodturn::suggest
