// Who could fill an empty slot of the role map.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/said.h"
#include "core/base/strong.h"
#include "core/base/vocabulary.h"
#include "core/relations/alive.h"

namespace goodturn::network {

/// What the search looks at. The three ratings are the user's own, 0–2; 0 is "not rated".
struct RoleProspect {
  Uid person;
  std::vector<std::string> roles;
  std::vector<std::string> closed_roles;  ///< ended by the user (role_history.h): not suggested anew
  relations::Liveliness liveliness = relations::Liveliness::alive;
  int layer = 0;  ///< 5, 15, 50, 150; 0 is out
  std::optional<int> seniority;
  double strength = 0;
  int experience = 0, influence = 0, willing = 0;
};

/// experience · influence · willing, 0–8. 0 with an unrated part: shown as "willing? unknown", never on top.
/// Source: features.md row 14.
[[nodiscard]] int target_rating(const RoleProspect& prospect);

struct RoleCandidate {
  Uid person;
  double strength = 0;
  std::array<Said, 2> reasons;  ///< two plain statements
};

/// Contacts who are alive, in layers 5–50, willing (> 0), lack the role and did not have it
/// closed; for `sponsor` at least one level
/// above the user (unknown levels are left out). Strongest first, equal ones by UID. `user_seniority`
/// unknown: no candidate for sponsor. Source: metrics.md 2.10.
[[nodiscard]] std::vector<RoleCandidate> candidates_for(const std::string& role,
                                                        std::span<const RoleProspect> prospects,
                                                        std::optional<int> user_seniority);

}  // namespace goodturn::network
