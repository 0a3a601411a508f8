#include "core/suggest/surroundings.h"

#include <algorithm>

namespace goodturn::suggest {

void Surroundings::replace(std::size_t place, const Digest& before, const Digest& after) {
  count(before, -1);
  count(after, 1);
  for (std::size_t k = 0; k < strengths_.size(); ++k) {
    std::vector<double>& look = strengths_[k];
    if (place == look.size()) look.push_back(0);
    stale_[k] |= look[place] != after.strength[k];
    look[place] = after.strength[k];
  }
}

void Surroundings::count(const Digest& digest, int by) {
  for (const int gap : digest.gaps) by > 0 ? pool_.add(gap) : pool_.remove(gap);
  for (const Day day : digest.outgoing) {
    const auto place = outgoing_.try_emplace(day.time_since_epoch().count(), 0).first;
    is_quiet_stale_ |= place->second == 0;
    place->second += by;
    if (place->second > 0) continue;
    outgoing_.erase(place);
    is_quiet_stale_ = true;
  }
}

bool Surroundings::renew() {
  const auto strongest = std::max_element(strengths_[0].begin(), strengths_[0].end());
  bool is_other = is_quiet_stale_;
  for (std::size_t k = 0; k < strengths_.size(); ++k) {
    if (!stale_[k]) continue;
    const relations::LayerBounds bounds = relations::layer_bounds(strengths_[k]);
    is_other |= bounds != bounds_[k];
    bounds_[k] = bounds;
    stale_[k] = false;
  }
  const double most = strongest == strengths_[0].end() ? 0 : *strongest;
  is_other |= most != strongest_;
  strongest_ = most;
  if (is_quiet_stale_) quiet_ = quiet_times();
  is_quiet_stale_ = false;
  return is_other;
}

std::vector<relations::QuietTime> Surroundings::quiet_times() const {
  std::vector<Day> active;
  active.reserve(outgoing_.size());
  for (const auto& [day, count] : outgoing_) active.emplace_back(std::chrono::days(day));
  std::sort(active.begin(), active.end());
  return relations::quiet_times(active, now_.today);
}

}  // namespace goodturn::suggest
