#include "core/network/behaviours.h"

#include <algorithm>
#include <cmath>

#include "core/people/letters.h"

namespace goodturn::network {
namespace {

constexpr int window_days = 90;

bool same_word(const std::string& left, const std::string& right) {
  return people::folded_word(left) == people::folded_word(right);
}

bool share_domain(const Workplace& left, const Workplace& right) {
  return std::any_of(left.domains.begin(), left.domains.end(), [&](const std::string& domain) {
    return std::any_of(right.domains.begin(), right.domains.end(),
                       [&](const std::string& other) { return same_word(domain, other); });
  });
}

}  // namespace

std::optional<Side> side_of(const Workplace& person, const Workplace& user) {
  const bool organisations = !person.organisation.empty() && !user.organisation.empty();
  const bool domains = !person.domains.empty() && !user.domains.empty();
  if (organisations && same_word(person.organisation, user.organisation)) return Side::internal;
  if (domains && share_domain(person, user)) return Side::internal;
  if (!organisations && !domains) return std::nullopt;
  return Side::external;
}

Purpose purpose_of(const BehaviourTouch& touch) {
  if (touch.for_ask) return Purpose::use;
  return days_between(touch.first, touch.day) <= building_days ? Purpose::build : Purpose::maintain;
}

int Behaviours::total() const {
  int sum = 0;
  for (const auto& row : counts)
    for (const int cell : row) sum += cell;
  return sum;
}

std::optional<double> Behaviours::share(Side side, Purpose purpose) const {
  const int all = total();
  if (all == 0) return std::nullopt;
  return static_cast<double>(count(side, purpose)) / all;
}

std::optional<double> Behaviours::evenness() const {
  const double all = total();
  if (all == 0) return std::nullopt;
  double entropy = 0;
  for (const auto& row : counts)
    for (const int cell : row)
      if (cell > 0) entropy -= cell / all * std::log(cell / all);
  return entropy / std::log(6.0);
}

Behaviours behaviours_of(std::span<const BehaviourTouch> touches, Day today) {
  Behaviours result;
  for (const BehaviourTouch& touch : touches) {
    const int age = days_between(touch.day, today);
    if (age < 0 || age > window_days) continue;
    if (touch.side)
      ++result.counts[static_cast<std::size_t>(*touch.side)][static_cast<std::size_t>(purpose_of(touch))];
    else
      ++result.unknown_side;
  }
  return result;
}

}  // namespace goodturn::network
