#include "core/suggest/ranking.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/network/behaviours.h"
#include "core/relations/silence.h"
#include "core/suggest/learning.h"
#include "core/suggest/quiet.h"
#include "core/suggest/restraint.h"
#include "core/suggest/rules.h"
#include "core/suggest/survey.h"

namespace goodturn::suggest {
namespace {

/// The learned factor is part of the value, not of the rule's own words.
Suggestion worded(const Scene& scene, const Candidate& candidate) {
  Suggestion suggestion = write(View(scene, candidate.who), candidate.offer);
  suggestion.value = candidate.value;
  const Contact& contact = scene.contacts[candidate.who];
  if (is_reminder(suggestion.rule)) suggestion.due = working_day(scene.circle, suggestion.due);
  if (contact.offset && suggestion.is_call)
    suggestion.call_at = next_call(scene.circle, *contact.offset, scene.now.instant);
  return suggestion;
}

}  // namespace

Ranking::Ranking(std::vector<Contact> contacts, Circle circle, Now now)
    : now_(now), circle_(std::move(circle)), contacts_(std::move(contacts)) {
  digests_.reserve(contacts_.size());
  sides_.reserve(contacts_.size());
  for (std::size_t i = 0; i < contacts_.size(); ++i) {
    places_.emplace(contacts_[i].uid, i);
    digests_.push_back(digest_of(contacts_[i].touches, now_.instant));
    count(digests_.back(), 1);
    sides_.push_back(side_of(contacts_[i]));
  }
  ties_ = network::pair_knowledge(contacts_.size(), circle_.signs, now_.today).ties;
}

std::optional<Side> Ranking::side_of(const Contact& contact) const {
  network::Workplace person{contact.organisation, {}};
  if (const auto at = contact.email.find('@'); at != std::string::npos)
    person.domains.push_back(contact.email.substr(at + 1));
  return network::side_of(person, own_workplace(circle_));
}

void Ranking::update(Contact contact) {
  Digest digest = digest_of(contact.touches, now_.instant);
  const auto [place, is_new] = places_.try_emplace(contact.uid, contacts_.size());
  if (is_new) {
    contacts_.emplace_back();
    digests_.emplace_back();
    sides_.emplace_back();
    ties_ = network::pair_knowledge(contacts_.size(), circle_.signs, now_.today).ties;
  }
  sides_[place->second] = side_of(contact);
  count(digests_[place->second], -1);
  count(digest, 1);
  digests_[place->second] = std::move(digest);
  contacts_[place->second] = std::move(contact);
}

void Ranking::count(const Digest& digest, int by) {
  for (const int gap : digest.gaps) by > 0 ? pool_.add(gap) : pool_.remove(gap);
  for (const Day day : digest.outgoing) {
    const auto place = outgoing_.try_emplace(day, 0).first;
    place->second += by;
    if (place->second == 0) outgoing_.erase(place);
  }
}

std::vector<Standing> Ranking::standings() const {
  return survey(contacts_, digests_, pool_, outgoing_, now_);
}

bool Ranking::is_cold_start(const Settings& settings) const {
  std::optional<Day> started = settings.started;
  if (!started)
    for (const Digest& digest : digests_)
      if (digest.first && (!started || *digest.first < *started)) started = digest.first;
  return !started || days_between(*started, now_.today) < cold_start_days;
}

Scene Ranking::scene(std::span<const Standing> standings) const {
  return {contacts_, standings, sides_, circle_, ties_, now_};
}

std::vector<Candidate> Ranking::sorted_candidates(const Scene& all, const Settings& settings) const {
  const LearnedFactors learned(contacts_, circle_.own.learning_since, now_.today);
  const std::optional<Group> neglected = neglected_group(exposure_of(all));
  std::vector<Candidate> candidates;
  for (Placed& placed : offers_of(all, is_cold_start(settings))) {
    const View view(all, placed.who);
    const Standing& standing = view.standing;
    const Rule rule = placed.offer.rule;
    const double value = learned.of(rule) * value_of(placed.offer, view);
    const bool is_overdue = rule == Rule::keep_in_touch && standing.layer > 0 &&
                            standing.parts.silence >= relations::overdue_quantile;
    candidates.push_back({std::move(placed.offer), placed.who, value, is_overdue,
                          neglected && is_in(*neglected, view), standing.layer, standing.last_day});
  }
  sort_candidates(candidates, contacts_);
  return candidates;
}

std::vector<Suggestion> Ranking::candidates(const Settings& settings) const {
  const std::vector<Standing> standing = standings();
  const Scene all = scene(standing);
  std::vector<Suggestion> suggestions;
  for (const Candidate& candidate : sorted_candidates(all, settings))
    suggestions.push_back(worded(all, candidate));
  return suggestions;
}

std::vector<Suggestion> Ranking::pick_week(const Settings& settings) const {
  const std::vector<Standing> standing = standings();
  const Scene all = scene(standing);
  const std::vector<Candidate> sorted = sorted_candidates(all, settings);
  std::vector<Suggestion> week;
  for (const std::size_t index : select(sorted, all, settings.weekly_budget))
    week.push_back(worded(all, sorted[index]));
  return week;
}

std::vector<Resting> Ranking::resting() const { return resting_people(contacts_, standings(), now_.today); }

std::vector<Exposure> Ranking::exposure() const {
  const std::vector<Standing> standing = standings();
  return exposure_of(scene(standing));
}

}  // namespace goodturn::suggest
