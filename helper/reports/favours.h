// Giving and receiving, person by person, and what is still owed or to be thanked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/relations/debt.h"
#include "core/relations/giving.h"
#include "core/relations/initiation.h"
#include "helper/reports/overview.h"

namespace goodturn::helper {

/// Both sides of one relation.
struct BalanceRow {
  Who who;
  TieKind kind = TieKind::peer;
  Figure balance;  ///< (−1, 1), positive: the user gave more
  relations::BalanceWord word = relations::BalanceWord::not_enough;
  int gave = 0, received = 0;
  Figure starts;  ///< share of conversations that the user starts
  bool starts_one_sided = false;
  double debt = 0;  ///< in sizes of favours
};

/// Something received and not yet returned.
struct OwedRow {
  Who who;
  Uid record;
  Day day{};
  GiveKind kind = GiveKind::help;
  int size = 1;
  double weight = 0;
  bool thanked = false;
  std::string text;  ///< "help from Ada Example, 5 weeks ago"
};

/// Something received that was not yet thanked for.
struct ThanksRow {
  Who who;
  Uid record;
  Day day{};
  Day due{};  ///< two days after it
  GiveKind kind = GiveKind::help;
};

/// Somebody who is given to and does not give.
struct OneWayRow {
  Who who;
  int gave = 0;
  std::optional<Day> last_received;
  std::string text;  ///< "You helped Ada 6 times, last from them 14 months ago. Fine as it is?"
};

/// Rows of everybody with entries, or with conversations that one side starts; most out of band first, then
/// by name. Source: metrics.md 2.9 (a), (b), (d).
[[nodiscard]] std::vector<BalanceRow> balances_of(const Overview& overview);
/// Oldest and largest first over everybody but the dead. Source: metrics.md 2.9 (e), features.md row 51.
[[nodiscard]] std::vector<OwedRow> owed_of(const Overview& overview);
/// Not acknowledged and at most 30 days old, oldest first; of people who may be suggested. Source:
/// features.md row 45.
[[nodiscard]] std::vector<ThanksRow> thanks_due_of(const Overview& overview);
/// Of people who may be suggested. Source: metrics.md 2.9 (g).
[[nodiscard]] std::vector<OneWayRow> one_way_of(const Overview& overview);

[[nodiscard]] Figure balance_figure(const relations::Balance& balance, relations::BalanceWord word,
                                    Language language);
[[nodiscard]] Figure starts_figure(const std::optional<relations::InitiationBalance>& balance,
                                   Language language);
[[nodiscard]] std::string one_way_words(const std::string& name, const relations::OneWayGiving& giving,
                                        Day today, Language language);

}  // namespace goodturn::helper
