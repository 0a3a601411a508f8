// Rule first-meeting: a word after meeting somebody for the first time.
#pragma once

#include <optional>

#include "core/suggest/offer.h"

namespace goodturn::suggest {

inline constexpr int first_meeting_days = 5;  ///< afterwards it is no longer a follow-up

/// Offered when the first touch ever was a meeting or a call at most five days ago and nothing outgoing or
/// mutual followed. part = 1; due the working day after it, not before today. The period is its day.
[[nodiscard]] std::optional<Offer> offer_first_meeting(const View& view);
[[nodiscard]] Suggestion write_first_meeting(const View& view, const Offer& offer);

}  // namespace goodturn::suggest
