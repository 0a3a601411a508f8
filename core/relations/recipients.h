// Who gets what the user gives.
#pragma once

#include <functional>
#include <optional>
#include <span>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/relations/ledger.h"
#include "core/relations/share.h"

namespace goodturn::relations {

/// Gives to people outside the top 15 of all gives up to `today`: "as useful as I might, further out than
/// usual?". Source: features.md row 43.
[[nodiscard]] Share gives_outside(std::span<const LedgerEntry> ledger,
                                  const std::function<bool(const Uid&)>& is_top, Day today);

/// Referrals given to people below the user's own level, of those whose level is known.
struct ReferralReach {
  Share below;
  int unknown = 0;
};
/// `seniority` of a person, if known, 0–5. Source: features.md row 58.
[[nodiscard]] ReferralReach referrals_below(std::span<const LedgerEntry> ledger,
                                            const std::function<std::optional<int>(const Uid&)>& seniority,
                                            int own, Day today);

/// How many entries of a kind the person gave to the user, up to `today`: opportunities under their sponsor.
/// Source: features.md row 10.
[[nodiscard]] int received_from(std::span<const LedgerEntry> ledger, const Uid& person, GiveKind kind,
                                Day today);

}  // namespace goodturn::relations
