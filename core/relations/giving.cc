#include "core/relations/giving.h"

#include <algorithm>
#include <vector>

#include "core/relations/ask.h"
#include "core/relations/cadence.h"

namespace goodturn::relations {
namespace {

bool is_within(Day day, Day today, int days) {
  const int age = days_between(day, today);
  return age >= 0 && age <= days;
}

bool gave_by(const LedgerEntry& entry, Day today) {
  return entry.side == LedgerSide::gave && entry.day <= today;
}

}  // namespace

bool TakingAndGiving::is_taking() const {
  constexpr int enough = 5;
  constexpr double most = 0.7;
  const Share share = take();
  return share.part >= enough && *share.value() > most;
}

TakingAndGiving taking_and_giving(std::span<const LedgerEntry> ledger, std::span<const Ask> asks, Day today) {
  TakingAndGiving counts;
  for (const LedgerEntry& entry : ledger)
    if (is_within(entry.day, today, habit_window_days))
      ++(entry.side == LedgerSide::gave ? counts.gave : counts.received);
  for (const Ask& ask : asks)
    counts.asked += ask.state != AskState::withdrawn && is_within(ask.day, today, habit_window_days);
  return counts;
}

std::optional<OneWayGiving> one_way_giving(std::span<const LedgerEntry> entries, TieKind tie, Day today) {
  constexpr int many = 6;
  constexpr double lopsided = 0.7;
  if (tie != TieKind::peer && tie != TieKind::external_peer) return std::nullopt;
  OneWayGiving giving;
  bool only_thanks = true;
  for (const LedgerEntry& entry : entries) {
    if (entry.day > today) continue;
    if (entry.side == LedgerSide::gave) {
      ++giving.gave;
      only_thanks = only_thanks && entry.kind == GiveKind::thanks;
    } else if (!giving.last_received || entry.day > *giving.last_received) {
      giving.last_received = entry.day;
    }
  }
  giving.balance = balance_of(entries, tie, today).value;
  if (giving.gave < many || giving.balance < lopsided || only_thanks) return std::nullopt;
  return giving;
}

bool gives_beyond_energy(std::span<const LedgerEntry> ledger, int weekly_budget, Day today) {
  constexpr int weeks = 3, week = 7;
  for (int back = 0; back < weeks; ++back) {
    const auto gives = std::count_if(ledger.begin(), ledger.end(), [&](const LedgerEntry& entry) {
      return gave_by(entry, today) && days_between(entry.day, today) / week == back;
    });
    if (gives <= weekly_budget) return false;
  }
  return true;
}

Thanking thanking(std::span<const LedgerEntry> ledger, Day today) {
  constexpr int window = 365;
  Thanking result;
  std::vector<int> latencies;
  for (const LedgerEntry& entry : ledger) {
    if (!is_owed_for(entry) || !is_within(entry.day, today, window)) continue;
    ++result.acknowledged.whole;
    if (!entry.acknowledged || *entry.acknowledged > today) continue;
    ++result.acknowledged.part;
    latencies.push_back(std::max(0, days_between(entry.day, *entry.acknowledged)));
  }
  if (!latencies.empty()) result.median_days = median(latencies);
  return result;
}

Share unprompted_gives(std::span<const LedgerEntry> ledger, Day today) {
  Share share;
  for (const LedgerEntry& entry : ledger) {
    if (!gave_by(entry, today)) continue;
    ++share.whole;
    share.part += !entry.asked;
  }
  return share;
}

std::optional<int> days_since(std::span<const LedgerEntry> ledger, LedgerSide side,
                              std::span<const GiveKind> kinds, Day today) {
  std::optional<int> days;
  for (const LedgerEntry& entry : ledger) {
    const bool matches = std::find(kinds.begin(), kinds.end(), entry.kind) != kinds.end();
    if (entry.side != side || entry.day > today || !matches) continue;
    const int age = days_between(entry.day, today);
    if (!days || age < *days) days = age;
  }
  return days;
}

}  // namespace goodturn::relations
