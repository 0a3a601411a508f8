// Small observations that help without judging. Each is a fact; the page words it.
#pragma once

#include <span>

#include "core/base/time.h"
#include "core/relations/ledger.h"

namespace goodturn::relations {

inline constexpr int long_without_days = 180;

/// Somebody with a mentor who received no `feedback` within 180 days, or never. Shown once a quarter.
/// Source: features.md row 5.
[[nodiscard]] bool hard_feedback_is_due(std::span<const LedgerEntry> ledger, int mentors, Day today);

/// Nothing that makes a person feel they belong (emotional support, thanks, public recognition) was given
/// within 180 days, or ever, to somebody of layers 5–15. `entries` of that person.
/// Source: features.md row 85.
[[nodiscard]] bool belonging_is_due(std::span<const LedgerEntry> entries, int layer, Day today);

/// A gift of size 3 to somebody of layer 150 or out (0) may embarrass. Source: features.md row 42.
[[nodiscard]] bool is_ostentatious(int size, int layer);

/// "Ask small": people of layer 150 or out give short answers, close ones hours. Source: features.md row 35.
[[nodiscard]] bool should_ask_small(int layer);

}  // namespace goodturn::relations
