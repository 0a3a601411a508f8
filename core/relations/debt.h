// Social debt: what was received and not yet returned.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/relations/ledger.h"

namespace goodturn::relations {

/// One received entry that still weighs.
struct Owed {
  std::size_t entry = 0;  ///< index into the entries given
  double weight = 0;      ///< > 0, in sizes
  bool thanked = false;
};

struct SocialDebt {
  double total = 0;        ///< D, range [0, ∞), in sizes
  std::vector<Owed> owed;  ///< oldest and largest first: by age · size, then by index
};

/// D = Σ over received entries of max(0, w − Σ gives after it), for the entries of one person (any order).
/// w = size · 1.5 if crisis · 2^(−age/365) · 0.7 if thanked: thanks lightens, it never settles. A give fades
/// alike and counts towards every entry before it (day later than the entry's), which is the generous
/// reading. A given `thanks` is no return: on or after the entry's day it marks the entry as thanked, as
/// `acknowledged` does. Entries later than `today` do not count, nor
/// what nobody owes anything for (is_owed_for). Source: metrics.md 2.9 (e).
[[nodiscard]] SocialDebt social_debt(std::span<const LedgerEntry> entries, Day today);

}  // namespace goodturn::relations
