// Seniority reach: whom the user knows beside and above the own boss.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/network/graph.h"
#include "core/network/hierarchy.h"
#include "core/relations/share.h"

namespace goodturn::network {

/// In order of value: others with a budget of their own come first, the boss's siblings share one budget
/// stream.
enum class ReachClass { parallel_other, above, same_rank_external, boss_siblings };
inline constexpr std::array all_reach_classes = {ReachClass::parallel_other, ReachClass::above,
                                                 ReachClass::same_rank_external, ReachClass::boss_siblings};

/// A place in an organisation.
struct Post {
  std::string organisation;      ///< may be empty: unknown
  std::optional<int> seniority;  ///< 0–5
  bool is_contact = false;       ///< the user is in touch with them
};

struct ClassReach {
  ReachClass of = ReachClass::above;
  std::vector<std::size_t> people;  ///< known members of the class, ascending; empty: "none known"
  relations::Share reached;         ///< contacts of all members
};

/// The four classes in order of value, for a user with this boss. above: everybody over the boss;
/// parallel_other: same depth as the boss in the forest, another boss above them, not known to work
/// elsewhere; boss_siblings: same boss above them; same_rank_external: another known organisation than the
/// boss's, seniority at least the boss's. The boss and the user are in none. `posts`: one per place of the
/// hierarchy. A boss about whom nothing is known has no parallels. Source: metrics.md 2.16.
[[nodiscard]] std::array<ClassReach, 4> class_reach(const Hierarchy& hierarchy, std::span<const Post> posts,
                                                    std::size_t boss, std::optional<std::size_t> user);

/// "1 of 4 above you", the unknown ones counted apart.
struct UpwardReach {
  relations::Share above;  ///< seniority > own, of the contacts with a known seniority
  int unknown = 0;
};
/// `seniorities` of the contacts that are alive. Source: metrics.md 2.16, features.md row 11.
[[nodiscard]] UpwardReach upward_reach(std::span<const std::optional<int>> seniorities, int own);

/// A way to somebody who is no contact yet.
struct WarmPath {
  std::size_t via = 0;
  double strength = 0;  ///< s of the contact in between
};
/// Contacts that know the target (a tie in `ties`) and have strength > 0, strongest first; empty: only a cold
/// approach is left. strengths[i] > 0 exactly for the user's living contacts. Source: metrics.md 2.16.
[[nodiscard]] std::vector<WarmPath> warm_paths(const Graph& ties, std::size_t target,
                                               std::span<const double> strengths);

/// Steps to somebody: 1 for a contact, 2 through one introduction, nullopt beyond. Source: features.md
/// row 69.
[[nodiscard]] std::optional<int> steps_to(const Graph& ties, std::size_t target,
                                          std::span<const double> strengths);

}  // namespace goodturn::network
