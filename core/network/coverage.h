// Role coverage: whom the user could ask for advice, sponsorship, a second opinion, a hard word.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/relations/alive.h"
#include "core/relations/share.h"

namespace goodturn::network {

/// How many holders of a role the user wants. `role` is a word of the vocabulary or the user's own.
struct RoleNeed {
  std::string role;
  int need = 0;
};
/// mentor 1, sponsor 1, ally 1, sounding-board 2, challenger 1 (features.md row 1).
[[nodiscard]] std::vector<RoleNeed> default_needs();

/// Who holds a role now. Closed alliances are left out by the caller; a person counts once per role.
struct RoleHolder {
  Uid person;
  std::string role;
  relations::Liveliness liveliness = relations::Liveliness::alive;
};

struct RoleSlot {
  std::string role;
  int need = 0;
  int have = 0;
  double active = 0;  ///< Σ over holders: alive 1, fading .5, quiet 0
};

/// "3 of 6 slots": everything a role map shows.
struct Coverage {
  std::vector<RoleSlot> slots;  ///< in the order of the needs; needs of 0 or less left out
  relations::Share filled;      ///< Σ min(have, need) of Σ need
  relations::Share slots_met;   ///< roles with have >= need
  double active = 0;            ///< Σ min(active, need)/Σ need, range [0, 1]
  /// Slots that would be empty without the one who fills most, of the filled slots; > .5 is "carries most of
  /// it". 0 of 0 when nothing is filled.
  relations::Share concentration;
  Uid carrier;  ///< that person (first by UID); empty when nothing depends on anybody
};

/// nullopt when no need is set: "not set", not 0 and not 1. Holders of roles that nobody needs do not count.
/// Source: metrics.md 2.10.
[[nodiscard]] std::optional<Coverage> coverage(std::span<const RoleNeed> needs,
                                               std::span<const RoleHolder> holders);

/// Σ min(active, need)/Σ need of slots made by hand, range [0, 1]; nullopt when the needs add up to 0.
[[nodiscard]] std::optional<double> active_coverage(std::span<const RoleSlot> slots);

/// Mentors who are also friends, of all mentors. More than half asks who gives hard feedback.
/// Source: features.md row 3.
[[nodiscard]] bool mentors_are_friends(const relations::Share& friends_of_mentors);

}  // namespace goodturn::network
