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

relations::AskGate gate_of(const View& view) {
  const Contact& contact = view.contact;
  const relations::AskTie tie{view.traits().tie, contact.profile.offered_help, contact.roles};
  return relations::ask_gate(contact.ledger, contact.asks, tie, view.now.today);
}

bool waits_for_answer(const Contact& contact, Day today) {
  return std::any_of(contact.asks.begin(), contact.asks.end(), [&](const relations::Ask& ask) {
    return relations::state_on(ask, today) == AskState::open;
  });
}

bool may_be_asked(const View& view) {
  return is_current(view.standing) && !is_own_boss(view.contact, view.scene.circle) &&
         may_suggest(view.contact, view.now.today) && !waits_for_answer(view.contact, view.now.today) &&
         gate_of(view).is_open();
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
    const auto since = gate_of(View(scene_, who)).since;
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

Said what_for(const Suggestion& suggestion) {
  switch (*suggestion.ask) {
    case AskKind::introduction:
      return Said("week.idea_ask_introduction", {{"other", suggestion.other_name}});
    case AskKind::warm_application:
      return Said("week.idea_ask_before");
    case AskKind::sponsor:
      return Said("week.idea_ask_sponsor");
    case AskKind::advice:
      return Said("week.idea_ask_advice");
    default:
      return Said("week.idea_ask_work");
  }
}

Said title_of(const Suggestion& suggestion) {
  std::string word(to_string(*suggestion.ask));
  std::replace(word.begin(), word.end(), '-', '_');
  return Said("week.title_ask",
              {{"ask", word}, {"person", suggestion.person_name}, {"other", suggestion.other_name}});
}

Said ground_of(const relations::AskGate& gate, Evidence& evidence) {
  switch (gate.ground) {
    case relations::AskGround::gave:
      evidence.gave = gate.gives;
      return Said(gate.since ? "week.gave_since" : "week.gave_first", {{"count", std::int64_t{gate.gives}}});
    case relations::AskGround::offered_help:
      return Said("week.offered_help");
    default:
      return Said("week.noted_role");
  }
}

}  // namespace

AskFit ask_fit(const Contact& contact, const Circle& circle) {
  if (contact.organisation.empty() && contact.roles.empty() && contact.ledger.empty() &&
      !contact.profile.offered_help)
    return {};
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
  const relations::AskGate gate = gate_of(view);
  suggestion.title = title_of(suggestion);
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = view.standing.last_day;
  suggestion.why = {ground_of(gate, suggestion.evidence)};
  if (offer.other)
    suggestion.why.push_back(
        Said("week.knows_target", {{"person", view.contact.name}, {"other", suggestion.other_name}}));
  else if (is_in_goal(view.contact, view.scene.circle))
    suggestion.why.push_back(Said("week.close_to_goal"));
  add_last_contact(view, suggestion);
  suggestion.idea = what_for(suggestion);
  suggestion.factors = {
      {"fit to your goal", offer.part, Said("week.factor_goal_fit")},
      {"gave since the last ask", static_cast<double>(gate.gives), Said("week.factor_gave")}};
  return suggestion;
}

}  // namespace goodturn::suggest
