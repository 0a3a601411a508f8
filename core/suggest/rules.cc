#include "core/suggest/rules.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "core/suggest/ask.h"
#include "core/suggest/build_now.h"
#include "core/suggest/celebrate.h"
#include "core/suggest/decision_maker.h"
#include "core/suggest/deepen.h"
#include "core/suggest/first_meeting.h"
#include "core/suggest/give_match.h"
#include "core/suggest/keep_in_touch.h"
#include "core/suggest/permitted.h"
#include "core/suggest/promised.h"
#include "core/suggest/reciprocate.h"
#include "core/suggest/restraint.h"
#include "core/suggest/revive.h"
#include "core/suggest/role_gap.h"
#include "core/suggest/support.h"
#include "core/suggest/thank.h"
#include "core/suggest/traits.h"

namespace goodturn::suggest {
namespace {

/// Reminders whose period says what they are about, not how often they were shown.
bool is_numbered(Rule rule) { return is_reminder(rule) && rule != Rule::keep_in_touch; }

/// Every showing is a follow-up of its own, so that two of them are two: the period gets the number of those
/// that came before. One that was put off, or still stands in the list, is the same. False when one of them
/// was done: then it need not come again.
bool number(Offer& offer, const Contact& contact) {
  int times = 0;
  for (;; ++times) {
    if (contact.showings.empty()) break;
    const std::string period = offer.period + "\n" + std::to_string(times);
    const auto earlier = std::find_if(
        contact.showings.begin(), contact.showings.end(),
        [&](const Showing& showing) { return is_id_of(showing.follow_up, offer.rule, contact, period); });
    if (earlier == contact.showings.end() || earlier->open || was_put_off(*earlier)) break;
    if (earlier->action == Action::done) return false;
  }
  offer.period += "\n" + std::to_string(times);
  return true;
}

/// Whether the offer is for this person, numbered if need be.
bool is_fit(Offer& offer, const Contact& contact, Day today) {
  return is_permitted_for(offer.rule, contact, today) && (!is_numbered(offer.rule) || number(offer, contact));
}

/// Takes what the rules offer and keeps what is permitted.
class Gathering {
 public:
  Gathering(const Scene& scene, bool is_cold_start) : scene_(scene), is_cold_start_(is_cold_start) {}

  std::vector<Placed> run() {
    offers_.reserve(scene_.contacts.size());
    for (std::size_t who = 0; who < scene_.contacts.size(); ++who)
      if (scene_.traits[who].is_open) ask_each(View(scene_, who));
    if (is_open(Rule::introduce)) add(offer_introductions(scene_));
    if (is_open(Rule::role_gap)) add(offer_role_gaps(scene_));
    if (is_open(Rule::ask)) add(offer_asks(scene_));
    if (is_open(Rule::build_now) || is_open(Rule::warm_contacts)) add(offer_readiness(scene_));
    return std::move(offers_);
  }

 private:
  [[nodiscard]] bool is_open(Rule rule) const { return is_permitted(rule, scene_.circle, is_cold_start_); }

  void ask_each(const View& view) {
    for (Offer& offer : offer_celebrate(view)) keep(view.who, std::move(offer));
    for (Offer& offer : offer_deepen(view)) keep(view.who, std::move(offer));
    for (auto* rule : {offer_decision_maker, offer_revive, offer_keep_in_touch})
      if (auto offer = rule(view)) keep(view.who, std::move(*offer));
  }

  void add(std::vector<Placed> placed) {
    for (Placed& one : placed)
      if (scene_.traits[one.who].is_open) keep(one.who, std::move(one.offer));
  }

  void keep(std::size_t who, Offer offer) {
    const Day today = scene_.now.today;
    if (!is_open(offer.rule) || !is_fit(offer, scene_.contacts[who], today)) return;
    if (offer.other && !is_permitted_for(offer.rule, scene_.contacts[*offer.other], today)) return;
    offers_.push_back({who, std::move(offer)});
  }

  const Scene& scene_;
  bool is_cold_start_;
  std::vector<Placed> offers_;
};

}  // namespace

std::vector<Offer> lone_offers(const View& view) {
  std::vector<Offer> offers;
  const auto add = [&](auto&& some) {
    for (Offer& offer : some)
      if (is_fit(offer, view.contact, view.now.today)) offers.push_back(std::move(offer));
  };
  add(offer_thank(view));
  add(offer_promised(view));
  add(offer_give_match(view));
  for (auto* rule : {offer_first_meeting, offer_support, offer_reciprocate})
    if (auto offer = rule(view)) add(std::span(&*offer, 1));
  return offers;
}

std::vector<Placed> offers_of(const Scene& scene, bool is_cold_start) {
  return Gathering(scene, is_cold_start).run();
}

Suggestion write(const View& view, const Offer& offer) {
  switch (offer.rule) {
    case Rule::thank:
      return write_thank(view, offer);
    case Rule::promised:
      return write_promised(view, offer);
    case Rule::first_meeting:
      return write_first_meeting(view, offer);
    case Rule::celebrate:
      return write_celebrate(view, offer);
    case Rule::support:
      return write_support(view, offer);
    case Rule::give_match:
      return write_give_match(view, offer);
    case Rule::introduce:
      return write_introduction(view, offer);
    case Rule::reciprocate:
      return write_reciprocate(view, offer);
    case Rule::keep_in_touch:
      return write_keep_in_touch(view, offer);
    case Rule::role_gap:
      return write_role_gap(view, offer);
    case Rule::decision_maker:
      return write_decision_maker(view, offer);
    case Rule::ask:
      return write_ask(view, offer);
    case Rule::revive:
      return write_revive(view, offer);
    case Rule::deepen:
      return write_deepen(view, offer);
    case Rule::diversify:
      return write_diversify(view, offer);
    case Rule::build_now:
      return write_build_now(view, offer);
    case Rule::warm_contacts:
      return write_warm_contacts(view, offer);
  }
  return start_suggestion(view, offer);
}

}  // namespace goodturn::suggest
