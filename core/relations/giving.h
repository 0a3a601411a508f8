// The user's own habits of giving, taking and thanking.
#pragma once

#include <optional>
#include <span>

#include "core/base/time.h"
#include "core/relations/ledger.h"
#include "core/relations/share.h"

namespace goodturn::relations {

struct Ask;

inline constexpr int habit_window_days = 90;  ///< "lately": at most this many days old

/// Counts of the last 90 days over everybody.
struct TakingAndGiving {
  int received = 0;
  int asked = 0;  ///< asks made, withdrawn ones left out
  int gave = 0;
  /// received + asked of all, 0 of 0 when there is nothing.
  [[nodiscard]] Share take() const { return {received + asked, received + asked + gave}; }
  /// take >= 5 and take/(take + give) > .7. Source: metrics.md 2.9 (f).
  [[nodiscard]] bool is_taking() const;
};
[[nodiscard]] TakingAndGiving taking_and_giving(std::span<const LedgerEntry> ledger,
                                                std::span<const Ask> asks, Day today);

/// "You helped 6 times, last from them 14 months ago. Fine as it is?"
struct OneWayGiving {
  int gave = 0;
  double balance = 0;
  std::optional<Day> last_received;
};
/// For the entries of one peer (or external peer): gave >= 6, balance >= .7, not thanks alone; else nullopt.
/// Source: metrics.md 2.9 (g).
[[nodiscard]] std::optional<OneWayGiving> one_way_giving(std::span<const LedgerEntry> entries, TieKind tie,
                                                         Day today);

/// More gives than the weekly energy budget in each of the last three weeks (7 days each, the last one ends
/// today). Source: metrics.md 2.9 (g).
[[nodiscard]] bool gives_beyond_energy(std::span<const LedgerEntry> ledger, int weekly_budget, Day today);

/// How the user thanks, over the received entries of the last 365 days.
struct Thanking {
  Share acknowledged;
  std::optional<double> median_days;  ///< from receiving to thanks; nullopt when nothing was acknowledged
};
/// Source: metrics.md 2.9 (h).
[[nodiscard]] Thanking thanking(std::span<const LedgerEntry> ledger, Day today);

/// Unasked gives of all gives up to today. Source: metrics.md 2.9 (h).
[[nodiscard]] Share unprompted_gives(std::span<const LedgerEntry> ledger, Day today);

/// Days since the newest entry of this side and one of these kinds; nullopt if there was none.
[[nodiscard]] std::optional<int> days_since(std::span<const LedgerEntry> ledger, LedgerSide side,
                                            std::span<const GiveKind> kinds, Day today);

}  // namespace goodturn::relations
