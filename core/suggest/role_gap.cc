#include "core/suggest/role_gap.h"

#include <algorithm>

#include "core/network/role_gap.h"
#include "core/people/letters.h"
#include "core/suggest/traits.h"
#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool holds(const Contact& contact, const std::string& role) {
  if (contains(contact.closed_roles, role)) return false;
  if (contains(contact.noted_roles, role)) return true;
  if (const auto known = parse_role(role))
    return std::find(contact.roles.begin(), contact.roles.end(), *known) != contact.roles.end();
  const std::string folded = people::folded_word(role);
  return std::any_of(contact.tags.begin(), contact.tags.end(),
                     [&](const std::string& tag) { return people::folded_word(tag) == folded; });
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
  if (contact.roles.empty() && contact.tags.empty() && contact.noted_roles.empty()) return held;
  const std::vector<network::RoleNeed> needs = wanted_roles(circle);
  for (std::size_t i = 0; i < needs.size(); ++i)
    if (holds(contact, needs[i].role)) held.push_back(i);
  return held;
}

std::vector<std::string> role_words(const Contact& contact, std::span<const network::RoleNeed> needs) {
  std::vector<std::string> words = contact.noted_roles;
  const auto add = [&](std::string word) {
    if (!contains(words, word)) words.push_back(std::move(word));
  };
  for (const Role role : contact.roles) add(std::string(to_string(role)));
  if (contact.tags.empty()) return words;
  for (const network::RoleNeed& need : needs)
    if (holds(contact, need.role)) add(need.role);
  return words;
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
  const std::string& name = view.contact.name;
  Suggestion suggestion = start_suggestion(view, offer);
  Evidence& evidence = suggestion.evidence;
  evidence.have = places.have;
  evidence.need = places.need;
  evidence.layer = view.standing.layer;
  suggestion.title = Said("week.title_role", {{"person", name}});
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = view.standing.last_day;
  suggestion.why = {
      Said("week.role_places", {{"have", std::int64_t{places.have}},
                                {"need", std::int64_t{places.need}},
                                {"role", noted_words(offer.subject, evidence)}}),
      Said("week.role_close", {{"person", name}, {"layer", std::int64_t{view.standing.layer}}})};
  if (own && seniority && *seniority > *own) {
    evidence.levels = *seniority - *own;
    suggestion.why.push_back(
        Said("week.role_above", {{"person", name}, {"levels", std::int64_t{*evidence.levels}}}));
  }
  suggestion.why.push_back(Said("week.role_willing", {{"person", name}}));
  std::string role = offer.subject;
  std::replace(role.begin(), role.end(), '-', '_');  // names a branch of the message
  suggestion.idea = Said("week.idea_role", {{"person", name}, {"role", std::move(role)}});
  suggestion.factors = {
      {"strength", view.standing.parts.strength, Said("week.factor_strength")},
      {"willing", static_cast<double>(view.contact.profile.ratings.willing), Said("week.factor_willing")}};
  return suggestion;
}

}  // namespace goodturn::suggest
