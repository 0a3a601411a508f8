#include "core/network/reach.h"

#include <algorithm>

namespace goodturn::network {
namespace {

bool is_above(const Hierarchy& hierarchy, std::size_t person, std::size_t boss) {
  const std::vector<std::size_t> chain = hierarchy.above(boss);
  return std::find(chain.begin(), chain.end(), person) != chain.end();
}

bool is_elsewhere(const Post& person, const Post& boss) {
  return !person.organisation.empty() && !boss.organisation.empty() &&
         person.organisation != boss.organisation;
}

bool has_rank_of(const Post& person, const Post& boss) {
  return person.seniority && boss.seniority && *person.seniority >= *boss.seniority;
}

std::optional<ReachClass> class_of(const Hierarchy& hierarchy, std::span<const Post> posts, std::size_t boss,
                                   std::size_t person) {
  if (is_above(hierarchy, person, boss)) return ReachClass::above;
  // Two heads without a boss are not known to share one.
  if (hierarchy.boss_of(boss) && hierarchy.boss_of(person) == hierarchy.boss_of(boss))
    return ReachClass::boss_siblings;
  if (is_elsewhere(posts[person], posts[boss])) {
    if (has_rank_of(posts[person], posts[boss])) return ReachClass::same_rank_external;
    return std::nullopt;  // the depth in another organisation says nothing about rank here
  }
  const bool level = hierarchy.is_placed(person) && hierarchy.is_placed(boss) &&
                     hierarchy.depth_of(person) == hierarchy.depth_of(boss);
  return level ? std::optional(ReachClass::parallel_other) : std::nullopt;
}

}  // namespace

std::array<ClassReach, 4> class_reach(const Hierarchy& hierarchy, std::span<const Post> posts,
                                      std::size_t boss, std::optional<std::size_t> user) {
  std::array<ClassReach, 4> classes;
  for (std::size_t i = 0; i < classes.size(); ++i) classes[i].of = all_reach_classes[i];
  for (std::size_t person = 0; person < hierarchy.size(); ++person) {
    if (person == boss || person == user) continue;
    const std::optional<ReachClass> of = class_of(hierarchy, posts, boss, person);
    if (!of) continue;
    ClassReach& reach = classes[static_cast<std::size_t>(*of)];
    reach.people.push_back(person);
    reach.reached.part += posts[person].is_contact;
    ++reach.reached.whole;
  }
  return classes;
}

UpwardReach upward_reach(std::span<const std::optional<int>> seniorities, int own) {
  UpwardReach reach;
  for (const std::optional<int>& seniority : seniorities) {
    if (!seniority) {
      ++reach.unknown;
      continue;
    }
    ++reach.above.whole;
    reach.above.part += *seniority > own;
  }
  return reach;
}

std::vector<WarmPath> warm_paths(const Graph& ties, std::size_t target, std::span<const double> strengths) {
  std::vector<WarmPath> paths;
  for (const Neighbour& tie : ties.of(target))
    if (strengths[tie.node] > 0) paths.push_back({tie.node, strengths[tie.node]});
  std::stable_sort(paths.begin(), paths.end(), [](const WarmPath& left, const WarmPath& right) {
    return left.strength > right.strength;
  });
  return paths;
}

std::optional<int> steps_to(const Graph& ties, std::size_t target, std::span<const double> strengths) {
  if (strengths[target] > 0) return 1;
  if (!warm_paths(ties, target, strengths).empty()) return 2;
  return std::nullopt;
}

}  // namespace goodturn::network
