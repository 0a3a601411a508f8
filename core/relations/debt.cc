#include "core/relations/debt.h"

#include <algorithm>

namespace goodturn::relations {
namespace {

constexpr double crisis_factor = 1.5, thanked_factor = 0.7;

bool is_thanks(const LedgerEntry& entry) {
  return entry.side == LedgerSide::gave && entry.kind == GiveKind::thanks;
}

bool is_thanked(const LedgerEntry& received, std::span<const LedgerEntry> entries, Day today) {
  if (received.acknowledged && *received.acknowledged <= today) return true;
  return std::any_of(entries.begin(), entries.end(), [&](const LedgerEntry& entry) {
    return is_thanks(entry) && entry.day >= received.day && entry.day <= today;
  });
}

double returned_after(const LedgerEntry& received, std::span<const LedgerEntry> entries, Day today) {
  double returned = 0;
  for (const LedgerEntry& entry : entries)
    if (entry.side == LedgerSide::gave && !is_thanks(entry) && entry.day > received.day)
      returned += faded_size(entry, today);
  return returned;
}

}  // namespace

SocialDebt social_debt(std::span<const LedgerEntry> entries, Day today) {
  SocialDebt debt;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const LedgerEntry& entry = entries[i];
    if (!is_owed_for(entry) || entry.day > today) continue;
    const bool thanked = is_thanked(entry, entries, today);
    const double weight =
        faded_size(entry, today) * (entry.crisis ? crisis_factor : 1) * (thanked ? thanked_factor : 1) -
        returned_after(entry, entries, today);
    if (weight <= 0) continue;
    debt.total += weight;
    debt.owed.push_back({i, weight, thanked});
  }
  const auto urgency = [&](const Owed& owed) {
    return days_between(entries[owed.entry].day, today) * entries[owed.entry].size;
  };
  std::stable_sort(debt.owed.begin(), debt.owed.end(),
                   [&](const Owed& left, const Owed& right) { return urgency(left) > urgency(right); });
  return debt;
}

}  // namespace goodturn::relations
