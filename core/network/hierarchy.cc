#include "core/network/hierarchy.h"

#include <algorithm>
#include <utility>

namespace goodturn::network {

Hierarchy::Hierarchy(std::vector<std::optional<std::size_t>> bosses) : bosses_(std::move(bosses)) {
  for (std::optional<std::size_t>& boss : bosses_)
    if (boss && *boss >= bosses_.size()) boss.reset();
  placed_.assign(bosses_.size(), false);
  for (std::size_t person = 0; person < bosses_.size(); ++person) {
    if (!bosses_[person]) continue;
    placed_[person] = true;
    placed_[*bosses_[person]] = true;
  }
  break_cycles();
  measure();
}

void Hierarchy::break_cycles() {
  enum class Visit { never, now, before };
  std::vector<Visit> visits(bosses_.size(), Visit::never);
  for (std::size_t start = 0; start < bosses_.size(); ++start) {
    std::vector<std::size_t> path;
    std::optional<std::size_t> person = start;
    while (person && visits[*person] == Visit::never) {
      visits[*person] = Visit::now;
      path.push_back(*person);
      person = bosses_[*person];
    }
    if (person && visits[*person] == Visit::now) {
      std::vector<std::size_t> cycle(std::find(path.begin(), path.end(), *person), path.end());
      std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
      for (const std::size_t member : cycle) bosses_[member].reset();
      cycles_.push_back(std::move(cycle));
    }
    for (const std::size_t member : path) visits[member] = Visit::before;
  }
  std::sort(cycles_.begin(), cycles_.end());
}

void Hierarchy::measure() {
  constexpr int unmeasured = -1;
  depths_.assign(bosses_.size(), unmeasured);
  for (std::size_t start = 0; start < bosses_.size(); ++start) {
    std::vector<std::size_t> path;
    std::optional<std::size_t> person = start;
    while (person && depths_[*person] == unmeasured) {
      path.push_back(*person);
      person = bosses_[*person];
    }
    int depth = person ? depths_[*person] : -1;
    for (auto member = path.rbegin(); member != path.rend(); ++member) depths_[*member] = ++depth;
  }
}

std::vector<std::size_t> Hierarchy::above(std::size_t person) const {
  std::vector<std::size_t> chain;
  for (auto boss = bosses_[person]; boss; boss = bosses_[*boss]) chain.push_back(*boss);
  return chain;
}

}  // namespace goodturn::network
