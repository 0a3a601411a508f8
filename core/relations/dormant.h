// Dormant ties: long silent, and worth another look.
#pragma once

#include <optional>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"

namespace goodturn::relations {

inline constexpr int dormant_years = 3;

/// Whether the last contact day lies at least three calendar years back (29 February counts as the 28th in
/// common years). Source: metrics.md 2.7 (Levin, Walter & Murnighan).
[[nodiscard]] bool is_dormant(Day last, Day today);

struct DormantTie {
  Uid person;
  bool trusted = false;          ///< set by the user
  std::optional<int> seniority;  ///< 0–5
  double overlap = 0;            ///< share of their known contacts that the user talks with anyway, [0, 1]
};

/// Whom to revive first: trusted, then senior (unknown last), then least overlap; never by how much
/// contact there once was. Equal ones by UID. Source: metrics.md 2.7.
[[nodiscard]] std::vector<DormantTie> revival_order(std::vector<DormantTie> ties);

}  // namespace goodturn::relations
