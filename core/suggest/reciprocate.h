// Rule reciprocate: much was received, and nothing returned yet.
#pragma once

#include <optional>

#include "core/suggest/offer.h"

namespace goodturn::suggest {

inline constexpr double least_debt = 0.5;  ///< in sizes: half a small favour; below it nothing is said
inline constexpr int return_after_days =
    14;  ///< thanks come first; a gift by return of post looks like payment

/// Offered when what was received and not returned (relations/debt.h) adds up to at least half a small favour
/// and the newest of it is two weeks old. Not for family and friends, where nobody counts. part = min(1,
/// D/3); the period is the newest of the entries.
[[nodiscard]] std::optional<Offer> offer_reciprocate(const View& view);
[[nodiscard]] Suggestion write_reciprocate(const View& view, const Offer& offer);

}  // namespace goodturn::suggest
