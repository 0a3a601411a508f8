#include "core/suggest/ranking.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/relations/silence.h"
#include "core/suggest/restraint.h"
#include "core/suggest/rules.h"
#include "core/suggest/survey.h"

namespace goodturn::suggest {

Ranking::Ranking(std::vector<Contact> contacts, Now now) : now_(now), contacts_(std::move(contacts)) {
  digests_.reserve(contacts_.size());
  for (std::size_t i = 0; i < contacts_.size(); ++i) {
    places_.emplace(contacts_[i].uid, i);
    digests_.push_back(digest_of(contacts_[i].touches, now_.instant));
    count(digests_.back(), 1);
  }
}

void Ranking::update(Contact contact) {
  Digest digest = digest_of(contact.touches, now_.instant);
  const auto [place, is_new] = places_.try_emplace(contact.uid, contacts_.size());
  if (is_new) {
    contacts_.emplace_back();
    digests_.emplace_back();
  }
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

std::vector<Candidate> Ranking::sorted_candidates(std::span<const Standing> standings,
                                                  const Settings& settings) const {
  const bool with_keep_in_touch = !is_cold_start(settings);
  std::vector<Candidate> candidates;
  for (std::size_t who = 0; who < contacts_.size(); ++who) {
    const Standing& standing = standings[who];
    const View view{contacts_[who], standing, now_};
    for (Offer& offer : offers_of(view, with_keep_in_touch)) {
      const double value = value_of(offer, view);
      const bool is_overdue = offer.rule == Rule::keep_in_touch && standing.layer > 0 &&
                              standing.parts.silence >= relations::overdue_quantile;
      candidates.push_back({std::move(offer), who, value, is_overdue, standing.layer, standing.last_day});
    }
  }
  sort_candidates(candidates, contacts_);
  return candidates;
}

std::vector<Suggestion> Ranking::candidates(const Settings& settings) const {
  const std::vector<Standing> all = standings();
  std::vector<Suggestion> suggestions;
  for (const Candidate& candidate : sorted_candidates(all, settings))
    suggestions.push_back(write({contacts_[candidate.who], all[candidate.who], now_}, candidate.offer));
  return suggestions;
}

std::vector<Suggestion> Ranking::pick_week(const Settings& settings) const {
  const std::vector<Standing> all = standings();
  const std::vector<Candidate> sorted = sorted_candidates(all, settings);
  std::vector<Suggestion> week;
  for (const std::size_t index : select(sorted, contacts_, settings.weekly_budget, now_.today)) {
    const Candidate& candidate = sorted[index];
    week.push_back(write({contacts_[candidate.who], all[candidate.who], now_}, candidate.offer));
  }
  return week;
}

}  // namespace goodturn::suggest
