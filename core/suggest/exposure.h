// Exposure: do people of every level and of other organisations appear in the list as they do in the circle?
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/relations/share.h"
#include "core/suggest/scene.h"

namespace goodturn::suggest {

/// Seniority as seen from the user (own level unknown: nobody is in these), and where people work. Nothing
/// that is protected is ever a group.
enum class Group { junior, same_level, senior, own_organisation, other_organisation };
inline constexpr std::array all_groups = {Group::junior, Group::same_level, Group::senior,
                                          Group::own_organisation, Group::other_organisation};
/// "junior", "same-level", "senior", "own-organisation", "other-organisation".
[[nodiscard]] std::string_view to_string(Group group);

inline constexpr int exposure_days = 30;       ///< a month
inline constexpr double least_exposure = 0.5;  ///< below half of its share a group gets a place
inline constexpr int least_showings = 8;       ///< fewer showings of known people say nothing

struct Exposure {
  Group group = Group::junior;
  relations::Share shown;  ///< of the month's showings of people whose level, or organisation, is known
  relations::Share alive;  ///< of the living contacts of whom it is known
  /// share shown / share alive, range [0, ∞); nullopt for fewer than 8 showings, or a group that is not
  /// there.
  std::optional<double> ratio;
};

/// One row per group, in the order above. Source: ranking.md 3.2, fairness.
[[nodiscard]] std::vector<Exposure> exposure_of(const Scene& scene);

/// The group with the lowest ratio below one half; nullopt when there is none.
[[nodiscard]] std::optional<Group> neglected_group(std::span<const Exposure> rows);

[[nodiscard]] bool is_in(Group group, const View& view);

}  // namespace goodturn::suggest
