#include "tests/bench/ranking/moment.h"

#include <algorithm>
#include <functional>

#include "core/suggest/survey.h"

namespace goodturn::bench {
namespace {

std::span<const relations::Touch> up_to(const std::vector<relations::Touch>& touches, Day today) {
  const auto end = std::upper_bound(touches.begin(), touches.end(), today,
                                    [](Day day, const relations::Touch& touch) { return day < touch.day; });
  return {touches.begin(), end};
}

std::vector<double> strengths_of(const Moment& moment) {
  std::vector<double> strengths;
  strengths.reserve(moment.candidates.size());
  for (const std::size_t tie : moment.candidates) strengths.push_back(moment.digests[tie].strength[0]);
  return strengths;
}

std::vector<std::size_t> places_of(const Moment& moment) {
  std::vector<double> sorted = strengths_of(moment);
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  std::vector<std::size_t> places(moment.digests.size());
  for (const std::size_t tie : moment.candidates) {
    const auto first =
        std::lower_bound(sorted.begin(), sorted.end(), moment.digests[tie].strength[0], std::greater<>());
    places[tie] = static_cast<std::size_t>(first - sorted.begin()) + 1;
  }
  return places;
}

}  // namespace

Moment look(const Ego& ego, Day today) {
  Moment moment;
  moment.now = {today + std::chrono::days(1) - std::chrono::seconds(1), today};
  moment.contacts = std::vector<suggest::Contact>(ego.ties.size());
  suggest::Surroundings all(moment.now);
  for (const Tie& tie : ego.ties) {
    moment.touches.push_back(up_to(tie.touches, today));
    moment.digests.push_back(suggest::digest_of(moment.touches.back(), moment.now.instant));
    const suggest::Digest& digest = moment.digests.back();
    for (const int gap : digest.gaps) moment.pool.add(gap);
    all.replace(moment.digests.size() - 1, {}, digest);
    if (digest.contact_days >= least_contact_days && days_between(*digest.last, today) <= longest_silence)
      moment.candidates.push_back(moment.digests.size() - 1);
  }
  all.renew();
  moment.standings = suggest::survey(moment.contacts, moment.digests, all);
  moment.bounds = relations::layer_bounds(strengths_of(moment));
  moment.places = places_of(moment);
  return moment;
}

bool reaches_out(const Tie& tie, Day today) {
  const auto next = std::upper_bound(tie.outgoing.begin(), tie.outgoing.end(), today);
  return next != tie.outgoing.end() && days_between(today, *next) <= window_days;
}

}  // namespace goodturn::bench
