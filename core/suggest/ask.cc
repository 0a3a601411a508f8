#include "core/suggest/ask.h"

#include <algorithm>
#include <unordered_map>

#include "core/network/reach.h"
#include "core/relations/ask.h"
#include "core/suggest/decision_maker.h"
#include "core/suggest/restraint.h"
#include "core/suggest/traits.h"
#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

relations::AskGate gate_of(const Contact& contact, Day today) {
  const relations::AskTie tie{contact.profile.tie.value_or(TieKind::peer), contact.profile.offered_help,
                              contact.roles};
  return relations::ask_gate(contact.ledger, contact.asks, tie, today);
}

bool waits_for_answer(const Contact& contact, Day today) {
  return std::any_of(contact.asks.begin(), contact.asks.end(), [&](const relations::Ask& ask) {
    return relations::state_on(ask, today) == AskState::open;
  });
}

bool may_be_asked(const View& view) {
  return is_current(view.standing) && !is_own_boss(view.contact, view.scene.circle) &&
         may_suggest(view.contact, view.now.today) && !waits_for_answer(view.contact, view.now.today) &&
         gate_of(view.contact, view.now.today).is_open();
}

bool holds(const Contact& contact, Role role) {
  return std::find(contact.roles.begin(), contact.roles.end(), role) != contact.roles.end();
}

class Asking {
 public:
  explicit Asking(const Scene& scene) : scene_(scene) {}

  std::vector<Placed> offers() {
    if (asks_left() <= 0) return {};
    for (std::size_t i = 0; i < scene_.contacts.size(); ++i) {
      const AskFit& fit = scene_.traits[i].ask;
      if (fit.part > 0 && may_be_asked(View(scene_, i))) add(i, fit, std::nullopt);
    }
    for (const network::Goal& goal : scene_.circle.goals)
      for (const Uid& target : goal.targets) add_way_to(target);
    return std::move(offers_);
  }

 private:
  [[nodiscard]] int asks_left() const {
    int left = 0;
    for (const network::Goal& goal : scene_.circle.goals) left += goal.budget.asks;
    if (left <= 0 || !has_goal(scene_.circle)) return 0;
    for (const Traits& traits : scene_.traits) left -= traits.asked_this_week;
    return left;
  }

  void add(std::size_t who, const AskFit& fit, std::optional<std::size_t> other) {
    const Contact& contact = scene_.contacts[who];
    const auto since = gate_of(contact, scene_.now.today).since;
    Offer offer{Rule::ask, fit.part, scene_.now.today,
                std::string(to_string(fit.kind)) + "\n" + (since ? to_iso(*since) : "")};
    if (other) offer.period += "\n" + scene_.contacts[*other].uid.value;
    offer.ask = fit.kind;
    offer.other = other;
    offers_.push_back({who, std::move(offer)});
  }

  void add_way_to(const Uid& target) {
    for (std::size_t i = 0; i < scene_.contacts.size(); ++i) {
      if (scene_.contacts[i].uid != target) continue;
      if (is_current(scene_.standings[i]) || !may_suggest(scene_.contacts[i], scene_.now.today)) return;
      std::vector<double> strengths(scene_.contacts.size(), 0);
      for (const network::Neighbour& tie : scene_.ties.of(i))
        strengths[tie.node] = scene_.standings[tie.node].parts.strength;
      for (const network::WarmPath& path : network::warm_paths(scene_.ties, i, strengths)) {
        if (!may_be_asked(View(scene_, path.via))) continue;
        constexpr double warm = 0.9;
        add(path.via, {warm, AskKind::introduction}, i);
        return;
      }
    }
  }

  const Scene& scene_;
  std::vector<Placed> offers_;
};

std::string what_for(const Suggestion& suggestion) {
  switch (*suggestion.ask) {
    case AskKind::introduction:
      return "Ask for an introduction to " + suggestion.other_name + ", and make it easy to say no.";
    case AskKind::warm_application:
      return "Ask whether a word before you apply would be possible.";
    case AskKind::sponsor:
      return "Ask for a word at the right place, and name the place.";
    case AskKind::advice:
      return "Ask one question that can be answered in five minutes.";
    default:
      return "Ask for twenty minutes to hear how the work there is.";
  }
}

std::string ground_words(const relations::AskGate& gate, Evidence& evidence) {
  switch (gate.ground) {
    case relations::AskGround::gave:
      evidence.gave = gate.gives;
      return "You gave something " +
             std::string(gate.gives == 1 ? "once" : std::to_string(gate.gives) + " times") +
             (gate.since ? " since you last asked" : " and asked for nothing so far");
    case relations::AskGround::offered_help:
      return "You noted an offer of help";
    default:
      return "You noted a role that is there for such questions";
  }
}

}  // namespace

AskFit ask_fit(const Contact& contact, const Circle& circle) {
  if (contact.organisation.empty() && contact.roles.empty() && contact.ledger.empty()) return {};
  for (const network::Goal& goal : circle.goals)
    if (std::find(goal.targets.begin(), goal.targets.end(), contact.uid) != goal.targets.end())
      return {1, AskKind::informational_interview};
  if (is_in_goal(contact, circle))
    return {0.8,
            can(contact, Power::can_hire) ? AskKind::warm_application : AskKind::informational_interview};
  if (holds(contact, Role::sponsor)) return {0.6, AskKind::sponsor};
  if (holds(contact, Role::mentor)) return {0.5, AskKind::advice};
  return {};
}

std::vector<Placed> offer_asks(const Scene& scene) { return Asking(scene).offers(); }

Suggestion write_ask(const View& view, const Offer& offer) {
  Suggestion suggestion = start_suggestion(view, offer);
  const relations::AskGate gate = gate_of(view.contact, view.now.today);
  suggestion.title = "Ask " + view.contact.name;
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = view.standing.last_day;
  suggestion.why = ground_words(gate, suggestion.evidence);
  if (offer.other)
    suggestion.why +=
        ", and " + view.contact.name + " knows " + suggestion.other_name + ", who is part of your goal";
  else if (is_in_goal(view.contact, view.scene.circle))
    suggestion.why += ", and this is close to your goal";
  suggestion.why += ".";
  if (const auto last = last_contact_words(view.contact, view.now.today)) suggestion.why += " " + *last + ".";
  suggestion.idea = what_for(suggestion);
  suggestion.factors = {
      {"fit to your goal", offer.part,
       "From the people and companies of your goals and the roles you gave; the weekly number "
       "of asks is part of the goal."},
      {"gave since the last ask", static_cast<double>(gate.gives),
       "Counted from the ledger; a new ask sets it back."}};
  return suggestion;
}

}  // namespace goodturn::suggest
