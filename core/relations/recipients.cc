#include "core/relations/recipients.h"

#include <algorithm>

namespace goodturn::relations {

Share gives_outside(std::span<const LedgerEntry> ledger, const std::function<bool(const Uid&)>& is_top,
                    Day today) {
  Share share;
  for (const LedgerEntry& entry : ledger) {
    if (entry.side != LedgerSide::gave || entry.day > today) continue;
    ++share.whole;
    share.part += !is_top(entry.person);
  }
  return share;
}

ReferralReach referrals_below(std::span<const LedgerEntry> ledger,
                              const std::function<std::optional<int>(const Uid&)>& seniority, int own,
                              Day today) {
  ReferralReach reach;
  for (const LedgerEntry& entry : ledger) {
    if (entry.side != LedgerSide::gave || entry.kind != GiveKind::referral || entry.day > today) continue;
    const std::optional<int> level = seniority(entry.person);
    if (!level) {
      ++reach.unknown;
      continue;
    }
    ++reach.below.whole;
    reach.below.part += *level < own;
  }
  return reach;
}

int received_from(std::span<const LedgerEntry> ledger, const Uid& person, GiveKind kind, Day today) {
  return static_cast<int>(std::count_if(ledger.begin(), ledger.end(), [&](const LedgerEntry& entry) {
    return entry.side == LedgerSide::received && entry.kind == kind && entry.person == person &&
           entry.day <= today;
  }));
}

}  // namespace goodturn::relations
