// Rule thank: something was received and not acknowledged yet.
#pragma once

#include <vector>

#include "core/suggest/offer.h"

namespace goodturn::suggest {

inline constexpr int thank_days = 30;     ///< later thanks are not suggested
inline constexpr int thank_due_days = 2;  ///< after the day it was received

/// One offer per received, unsettled record of the last 30 days; part = size/3 (size 1–3). The period is the
/// record's UID.
[[nodiscard]] std::vector<Offer> offer_thank(const View& view);
[[nodiscard]] Suggestion write_thank(const View& view, const Offer& offer);

}  // namespace goodturn::suggest
