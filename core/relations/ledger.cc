#include "core/relations/ledger.h"

#include <cmath>

namespace goodturn::relations {
namespace {

/// What a junior has to give: it counts double towards people above.
bool is_junior_currency(GiveKind kind) {
  return kind == GiveKind::thanks || kind == GiveKind::public_recognition || kind == GiveKind::information;
}

}  // namespace

std::vector<LedgerEntry> co_created(const Uid& id, const Uid& person, Day day) {
  LedgerEntry entry;
  entry.person = person;
  entry.day = day;
  entry.kind = GiveKind::co_creation;
  LedgerEntry gave = entry, received = entry;
  gave.id = Uid(id.value + "-gave");
  received.id = Uid(id.value + "-received");
  received.side = LedgerSide::received;
  received.acknowledged = day;
  return {gave, received};
}

bool is_owed_for(const LedgerEntry& entry) {
  return entry.side == LedgerSide::received && entry.kind != GiveKind::thanks &&
         entry.kind != GiveKind::co_creation;
}

double faded_size(const LedgerEntry& entry, Day today) {
  const int age = days_between(entry.day, today);
  return age < 0 ? 0 : entry.size * std::exp2(-age / ledger_half_life);
}

Balance balance_of(std::span<const LedgerEntry> entries, TieKind tie, Day today) {
  constexpr double prior = 2;  // keeps few entries near 0
  Balance balance;
  for (const LedgerEntry& entry : entries) {
    if (entry.day > today) continue;
    const double size = faded_size(entry, today);
    if (entry.side == LedgerSide::received) {
      balance.received += size;
      ++balance.received_count;
    } else {
      balance.gave += tie == TieKind::up && is_junior_currency(entry.kind) ? 2 * size : size;
      ++balance.gave_count;
    }
  }
  balance.value = (balance.gave - balance.received) / (balance.gave + balance.received + prior);
  return balance;
}

std::optional<Band> expected_band(TieKind tie) {
  switch (tie) {
    case TieKind::peer:
    case TieKind::external_peer:
      return Band{-0.4, 0.6};
    case TieKind::up:
      return Band{-0.9, 0.6};
    case TieKind::down:
      return Band{-0.2, 1};
    case TieKind::family:
      break;
  }
  return std::nullopt;
}

BalanceWord balance_word(const Balance& balance, TieKind tie) {
  constexpr int telling = 3;  // one large favour, or two, is no habit (decision 0016)
  const std::optional<Band> band = expected_band(tie);
  const int entries = balance.gave_count + balance.received_count;
  if (!band || entries == 0) return BalanceWord::not_enough;
  if (entries < telling) return BalanceWord::within;
  if (balance.value > band->high) return BalanceWord::gives_more;
  return balance.value < band->low ? BalanceWord::receives_more : BalanceWord::within;
}

std::vector<std::size_t> late_thanks(std::span<const LedgerEntry> entries, Day today) {
  std::vector<std::size_t> late;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const LedgerEntry& entry = entries[i];
    if (entry.side != LedgerSide::received) continue;
    if (days_between(entry.day, entry.acknowledged.value_or(today)) > thanks_days) late.push_back(i);
  }
  return late;
}

}  // namespace goodturn::relations
