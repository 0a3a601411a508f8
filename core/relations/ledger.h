// The ledger of what was given and received, and its balance: no debt collection, a picture.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"

namespace goodturn::relations {

enum class LedgerSide { gave, received };

/// One favour. `side` is seen from the user: gave is what the user did for the person.
struct LedgerEntry {
  Uid id;
  Uid person;
  Day day{};
  LedgerSide side = LedgerSide::gave;
  GiveKind kind = GiveKind::help;
  int size = 1;                     ///< 1–3
  bool asked = false;               ///< on request; otherwise unprompted
  std::optional<Day> acknowledged;  ///< received: when the user said thanks
  bool crisis = false;              ///< help in a crisis
  bool operator==(const LedgerEntry&) const = default;
};

/// Something made together is given and received alike: two entries of kind co-creation and size 1, with the
/// ids "<id>-gave" and "<id>-received". Nobody owes anything for it, not even thanks. Source: features.md
/// row 79.
[[nodiscard]] std::vector<LedgerEntry> co_created(const Uid& id, const Uid& person, Day day);

/// Whether an entry is something received that asks for thanks and a return: thanks do not, and neither does
/// what was made together.
[[nodiscard]] bool is_owed_for(const LedgerEntry& entry);

inline constexpr double ledger_half_life = 365;  ///< days

/// size · 2^(−age/365) on `today`; 0 for an entry dated later than today.
[[nodiscard]] double faded_size(const LedgerEntry& entry, Day today);

/// bal = (G − R)/(G + R + 2) with what it rests on.
struct Balance {
  double value = 0;     ///< (−1, 1); positive: the user gave more
  double gave = 0;      ///< G, faded
  double received = 0;  ///< R, faded
  int gave_count = 0;
  int received_count = 0;
};

/// Balance of the entries of one person (any order, may be empty: 0). Entries later than `today` do not
/// count. For ties of kind `up`, thanks, public recognition and information that were given count double:
/// the currencies that juniors have. Source: metrics.md 2.9 (a), (d).
[[nodiscard]] Balance balance_of(std::span<const LedgerEntry> entries, TieKind tie, Day today);

/// Where a balance is ordinary.
struct Band {
  double low = -1;
  double high = 1;
};
/// Peer and external peer [−.4, .6], up [−.9, .6], down [−.2, 1]; family and friends have none.
/// Source: metrics.md 2.9 (d).
[[nodiscard]] std::optional<Band> expected_band(TieKind tie);

/// not_enough: no entries yet, or a kind of tie without a band.
enum class BalanceWord { not_enough, within, gives_more, receives_more };
[[nodiscard]] BalanceWord balance_word(const Balance& balance, TieKind tie);

inline constexpr int thanks_days = 7;  ///< "every received entry acknowledged within 7 days" of ties `up`

/// The indices of received entries that were not acknowledged within 7 days: those still open after that
/// and those answered later. Ascending. Source: metrics.md 2.9 (d).
[[nodiscard]] std::vector<std::size_t> late_thanks(std::span<const LedgerEntry> entries, Day today);

}  // namespace goodturn::relations
