// Rule promised: something the user said would be done.
#pragma once

#include <vector>

#include "core/suggest/offer.h"

namespace goodturn::suggest {

inline constexpr int promise_ahead_days = 3;    ///< how long before its due date a promise is shown
inline constexpr int promise_default_days = 7;  ///< due date of a promise without one, after its day

/// One offer per promised, unsettled record whose due date is at most three days ahead; part = 1. The period
/// is the record's UID.
[[nodiscard]] std::vector<Offer> offer_promised(const View& view);
[[nodiscard]] Suggestion write_promised(const View& view, const Offer& offer);

}  // namespace goodturn::suggest
