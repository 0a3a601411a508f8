// Diversity of groups: as if there were so many equally large ones.
#pragma once

#include <optional>
#include <span>
#include <string>

namespace goodturn::network {

/// Only dimensions the user keeps: organisation, function, region, seniority, how met, or their own. Nothing
/// that is protected is ever inferred.
struct Diversity {
  int known = 0;                   ///< n: contacts with a value
  int unknown = 0;                 ///< contacts without one, left out: print it
  int categories = 0;              ///< k
  double blau = 0;                 ///< B = 1 − Σp², range [0, 1 − 1/k]
  std::optional<double> unbiased;  ///< 1 − Σ n_i(n_i−1)/(n(n−1)); by heads only, nullopt for n = 1
  std::optional<double> iqv;       ///< B·k/(k−1), range [0, 1]; nullopt for k = 1
  double effective = 1;            ///< 1/(1−B), range [1, k]
};

/// Of head counts, one per category, >= 0; empty categories count for k. nullopt when all are 0.
/// Source: metrics.md 2.11.
[[nodiscard]] std::optional<Diversity> diversity(std::span<const int> counts);

/// One contact: the category, if it is known, and how much time they get.
struct GroupMember {
  std::optional<std::string> category;
  double strength = 0;  ///< any unit, >= 0
};

/// Both views of the same people; `time` is nullopt when nobody with a value has any strength.
struct DiversityViews {
  Diversity heads;
  std::optional<Diversity> time;  ///< p by strength, categories without any left out
};
/// nullopt when no category is known. Source: metrics.md 2.11.
[[nodiscard]] std::optional<DiversityViews> diversity_of(std::span<const GroupMember> members);

}  // namespace goodturn::network
