#include "core/suggest/ranking.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/network/pairs.h"
#include "core/relations/silence.h"
#include "core/suggest/build_now.h"
#include "core/suggest/learning.h"
#include "core/suggest/permitted.h"
#include "core/suggest/quiet.h"
#include "core/suggest/restraint.h"
#include "core/suggest/rules.h"
#include "core/suggest/survey.h"

namespace goodturn::suggest {
namespace {

/// Ties of family and friends fade slower.
Digest digested(const Contact& contact, Instant now) {
  const TieKind tie = contact.profile.tie.value_or(TieKind::peer);
  return digest_of(contact.touches, now, relations::half_life_of(tie, relations::strength_half_life));
}

/// The learned factor is part of the value, not of the rule's own words.
Suggestion worded(const Scene& scene, const Candidate& candidate) {
  Suggestion suggestion = write(View(scene, candidate.who), *candidate.offer);
  suggestion.value = candidate.value;
  const Contact& contact = scene.contacts[candidate.who];
  if (is_reminder(suggestion.rule)) suggestion.due = working_day(scene.circle, suggestion.due);
  if (contact.offset && suggestion.is_call)
    suggestion.call_at = next_call(scene.circle, *contact.offset, scene.now.instant);
  return suggestion;
}

}  // namespace

Ranking::Ranking(Contacts contacts, Circle circle, Now now)
    : circle_(std::make_shared<const Circle>(std::move(circle))),
      contacts_(std::move(contacts)),
      surroundings_(now) {
  digests_.reserve(contacts_.size());
  for (std::size_t place = 0; place < contacts_.size(); ++place) {
    places_.emplace(contacts_[place].uid, place);
    digests_.push_back(digested(contacts_[place], now.instant));
    surroundings_.replace(place, {}, digests_.back());
  }
  surroundings_.renew();
  standings_ = survey(contacts_, digests_, surroundings_);
  know_ties();
  traits_.resize(contacts_.size());
  const Scene all = scene();
  for (std::size_t place = 0; place < contacts_.size(); ++place) traits_[place] = traits_of(View(all, place));
}

void Ranking::update(std::vector<Contact> changed) {
  std::vector<std::size_t> places;
  for (Contact& contact : changed) {
    const std::size_t place = places_.try_emplace(contact.uid, contacts_.size()).first->second;
    put(place, std::make_shared<const Contact>(std::move(contact)));
    places.push_back(place);
  }
  renew(places);
}

void Ranking::put(std::size_t place, Contacts::Shared contact) {
  if (place == digests_.size()) {
    digests_.emplace_back();
    standings_.emplace_back();
    traits_.emplace_back();
  }
  Digest digest = digested(*contact, now().instant);
  surroundings_.replace(place, digests_[place], digest);
  digests_[place] = std::move(digest);
  contacts_.put(place, std::move(contact));
}

void Ranking::renew(std::span<const std::size_t> changed) {
  if (surroundings_.renew()) {
    for (std::size_t place = 0; place < contacts_.size(); ++place)
      settle(standings_[place], contacts_[place], digests_[place], surroundings_);
  } else {
    for (const std::size_t place : changed)
      settle(standings_[place], contacts_[place], digests_[place], surroundings_);
  }
  for (Standing& standing : standings_) compare(standing, surroundings_);
  if (ties_->nodes() != contacts_.size()) know_ties();
  const Scene all = scene();
  for (const std::size_t place : changed) traits_[place] = traits_of(View(all, place));
}

void Ranking::know_ties() {
  ties_ = std::make_shared<const network::Graph>(
      network::pair_knowledge(contacts_.size(), circle_->signs, now().today).ties);
}

bool Ranking::is_cold_start(const Settings& settings) const {
  std::optional<Day> started = settings.started;
  if (!started)
    for (const Digest& digest : digests_)
      if (digest.first && (!started || *digest.first < *started)) started = digest.first;
  return !started || days_between(*started, now().today) < cold_start_days;
}

Scene Ranking::scene() const { return {contacts_, standings_, traits_, *circle_, *ties_, now()}; }

Ranking::Choice Ranking::choice(const Scene& all, const Settings& settings) const {
  const bool is_cold = is_cold_start(settings);
  const calendar::OwnProfile& own = circle_->own;
  // Since a day that never comes: no answer has taught anything.
  const LearnedFactors learned(contacts_, own.without_learning ? Day::max() : own.learning_since,
                               all.now.today);
  const std::optional<Group> neglected = neglected_group(exposure_of(all));
  Choice choice{offers_of(all, is_cold), {}};
  const auto add = [&](const Offer& offer, std::size_t who) {
    const View view(all, who);
    const Standing& standing = view.standing;
    const bool is_overdue = offer.rule == Rule::keep_in_touch && standing.layer > 0 &&
                            standing.parts.silence >= relations::overdue_quantile;
    choice.sorted.push_back({&offer, who, learned.of(offer.rule) * value_of(offer, view), is_overdue,
                             neglected && is_in(*neglected, view), standing.layer, standing.last_day});
  };
  for (const Placed& placed : choice.offers) add(placed.offer, placed.who);
  for (std::size_t who = 0; who < traits_.size(); ++who)
    for (const Offer& offer : traits_[who].offers)
      if (is_permitted(offer.rule, *circle_, is_cold)) add(offer, who);
  sort_candidates(choice.sorted, contacts_);
  return choice;
}

std::vector<Suggestion> Ranking::candidates(const Settings& settings) const {
  const Scene all = scene();
  std::vector<Suggestion> suggestions;
  for (const Choice choice = this->choice(all, settings); const Candidate& candidate : choice.sorted)
    suggestions.push_back(worded(all, candidate));
  return suggestions;
}

std::vector<Suggestion> Ranking::pick_week(const Settings& settings) const {
  const Scene all = scene();
  const Choice choice = this->choice(all, settings);
  std::vector<Suggestion> week;
  for (const std::size_t index : select(choice.sorted, all, settings.weekly_budget))
    week.push_back(worded(all, choice.sorted[index]));
  return week;
}

std::vector<Resting> Ranking::resting() const { return resting_people(contacts_, standings_, now().today); }

std::vector<Exposure> Ranking::exposure() const { return exposure_of(scene()); }

std::optional<network::Readiness> Ranking::readiness() const { return readiness_of(scene()); }

}  // namespace goodturn::suggest
