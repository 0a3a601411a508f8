#include "core/suggest/role_gap.h"

#include <algorithm>

#include "core/network/role_gap.h"
#include "core/suggest/traits.h"
#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

bool holds(const Contact& contact, const std::string& role) {
  if (std::find(contact.tags.begin(), contact.tags.end(), role) != contact.tags.end()) return true;
  return std::any_of(contact.roles.begin(), contact.roles.end(),
                     [&](Role held) { return to_string(held) == role; });
}

network::RoleProspect prospect_of(const View& view, const std::string& role) {
  const calendar::Profile& profile = view.contact.profile;
  network::RoleProspect prospect;
  prospect.person = view.contact.uid;
  if (holds(view.contact, role)) prospect.roles = {role};
  prospect.closed_roles = view.contact.closed_roles;
  prospect.liveliness = liveliness_of(view.standing);
  prospect.layer = view.standing.layer;
  prospect.seniority = profile.seniority;
  prospect.strength = view.standing.parts.strength;
  prospect.experience = profile.ratings.experience;
  prospect.influence = profile.ratings.influence;
  prospect.willing = profile.ratings.willing;
  return prospect;
}

/// Whoever could be asked for anything: willing by the user's note, close, not the boss.
std::vector<std::size_t> possible(const Scene& scene) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < scene.contacts.size(); ++i) {
    if (!is_close(scene.standings[i]) || !scene.traits[i].is_open) continue;
    const Contact& contact = scene.contacts[i];
    if (contact.profile.ratings.willing > 0 && !is_own_boss(contact, scene.circle)) places.push_back(i);
  }
  return places;
}

void offer_role(const Scene& scene, const std::vector<std::size_t>& places, const std::string& role,
                std::vector<Placed>& offers) {
  constexpr double most_willing = 2;
  std::vector<network::RoleProspect> prospects;
  for (const std::size_t place : places) prospects.push_back(prospect_of(View(scene, place), role));
  auto best = network::candidates_for(role, prospects, scene.circle.own.seniority);
  if (best.size() > role_prospects) best.resize(role_prospects);
  for (const network::RoleCandidate& candidate : best)
    for (const std::size_t place : places) {
      const Contact& contact = scene.contacts[place];
      if (contact.uid != candidate.person) continue;
      const double part = candidate.strength * std::min(2, contact.profile.ratings.willing) / most_willing;
      Offer offer{Rule::role_gap, part, scene.now.today, role};
      offer.subject = role;
      if (part > 0) offers.push_back({place, std::move(offer)});
    }
}

/// How many people hold each of the wanted roles.
std::vector<int> holder_counts(const Scene& scene, std::size_t roles) {
  std::vector<int> counts(roles);
  for (const Traits& traits : scene.traits)
    for (const std::size_t role : traits.roles) ++counts[role];
  return counts;
}

}  // namespace

std::vector<std::size_t> held_roles(const Contact& contact, const Circle& circle) {
  std::vector<std::size_t> held;
  if (contact.roles.empty() && contact.tags.empty()) return held;
  const std::vector<network::RoleNeed> needs = wanted_roles(circle);
  for (std::size_t i = 0; i < needs.size(); ++i)
    if (holds(contact, needs[i].role)) held.push_back(i);
  return held;
}

RolePlaces places_of(const Scene& scene, const std::string& role) {
  RolePlaces places;
  const std::vector<network::RoleNeed> needs = wanted_roles(scene.circle);
  const std::vector<int> holders = holder_counts(scene, needs.size());
  for (std::size_t i = 0; i < needs.size(); ++i)
    if (needs[i].role == role) places = {holders[i], needs[i].need};
  return places;
}

std::vector<network::RoleHolder> holders_of(const Scene& scene) {
  const std::vector<network::RoleNeed> needs = wanted_roles(scene.circle);
  std::vector<network::RoleHolder> holders;
  for (std::size_t i = 0; i < scene.contacts.size(); ++i)
    for (const std::size_t role : scene.traits[i].roles)
      holders.push_back({scene.contacts[i].uid, needs[role].role, liveliness_of(scene.standings[i])});
  return holders;
}

std::vector<Placed> offer_role_gaps(const Scene& scene) {
  std::vector<Placed> offers;
  if (!has_goal(scene.circle)) return offers;
  const std::vector<std::size_t> places = possible(scene);
  if (places.empty()) return offers;
  const std::vector<network::RoleNeed> needs = wanted_roles(scene.circle);
  const std::vector<int> holders = holder_counts(scene, needs.size());
  for (std::size_t i = 0; i < needs.size(); ++i)
    if (holders[i] < needs[i].need) offer_role(scene, places, needs[i].role, offers);
  return offers;
}

Suggestion write_role_gap(const View& view, const Offer& offer) {
  const RolePlaces places = places_of(view.scene, offer.subject);
  const auto& own = view.scene.circle.own.seniority;
  const auto& seniority = view.contact.profile.seniority;
  Suggestion suggestion = start_suggestion(view, offer);
  Evidence& evidence = suggestion.evidence;
  evidence.have = places.have;
  evidence.need = places.need;
  evidence.layer = view.standing.layer;
  suggestion.title = "Talk with " + view.contact.name + " about a role";
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = view.standing.last_day;
  suggestion.why = "You have " + std::to_string(places.have) + " of " + std::to_string(places.need) +
                   " people for the role " + quoted(offer.subject, evidence) + "; " + view.contact.name +
                   " is among the " + std::to_string(view.standing.layer) +
                   " people you are in touch with most";
  if (own && seniority && *seniority > *own) {
    evidence.levels = *seniority - *own;
    suggestion.why += ", " + std::to_string(*evidence.levels) +
                      (*evidence.levels == 1 ? " level above you" : " levels above you");
  }
  suggestion.why += ", and willing by your notes.";
  const auto role = parse_role(offer.subject);
  suggestion.idea = "Ask how " + view.contact.name + " would feel about it";
  suggestion.idea += role ? ": somebody who " + std::string(gloss_of(*role)) + "." : ".";
  suggestion.factors = {{"strength", view.standing.parts.strength,
                         "Compared with your strongest tie; grows with every contact."},
                        {"willing", static_cast<double>(view.contact.profile.ratings.willing),
                         "As you noted it, 0 to 2; giving somebody the role takes the suggestion away."}};
  return suggestion;
}

}  // namespace goodturn::suggest
