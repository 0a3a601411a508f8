#include "core/suggest/scene.h"

#include <algorithm>

#include "core/suggest/traits.h"

namespace goodturn::suggest {

View::View(const Scene& all, std::size_t place)
    : contact(all.contacts[place]), standing(all.standings[place]), now(all.now), scene(all), who(place) {}

const Traits& View::traits() const { return scene.traits[who]; }

relations::Liveliness liveliness_of(const Standing& standing) {
  if (!standing.last_day)
    return standing.state == State::planned ? relations::Liveliness::alive : relations::Liveliness::quiet;
  return relations::liveliness(standing.parts.alive, standing.freshness);
}

bool is_current(const Standing& standing) {
  return standing.state == State::alive || standing.state == State::fading ||
         standing.state == State::planned;
}

bool is_close(const Standing& standing) {
  constexpr int widest = 50;
  return standing.layer > 0 && standing.layer <= widest;
}

bool is_own_boss(const Contact& contact, const Circle& circle) {
  const Uid& boss = circle.own.boss;
  if (boss.empty()) return false;
  const auto& others = contact.other_uids;
  return contact.uid == boss || std::find(others.begin(), others.end(), boss) != others.end();
}

bool has_goal(const Circle& circle) {
  return std::any_of(circle.goals.begin(), circle.goals.end(), [](const network::Goal& goal) {
    return !goal.titles.empty() || !goal.industries.empty() || !goal.companies.empty() ||
           !goal.targets.empty();
  });
}

}  // namespace goodturn::suggest
