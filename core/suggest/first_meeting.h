// Rule first-meeting: a word after meeting somebody for the first time.
#pragma once

#include <optional>

#include "core/suggest/offer.h"

namespace goodturn::suggest {

inline constexpr int first_meeting_days = 5;  ///< afterwards it is no longer a follow-up

inline constexpr int arranging_days = 60;  ///< letters before it that only arranged it

/// The first meeting or call, where what came before it were letters of the last weeks; nullptr: none, or the
/// two have known each other for longer. Touches of weight 0 do not count.
[[nodiscard]] const relations::Touch* first_talk(const Contact& contact);
/// The first time after it that the user reached out or they talked again; nullptr: not yet.
[[nodiscard]] const relations::Touch* follow_up_to(const relations::Touch& talk, const Contact& contact);

/// Offered when the first talk was at most five days ago and nothing outgoing or mutual followed. part = 1;
/// due the working day after it, not before today. The period is its day.
[[nodiscard]] std::optional<Offer> offer_first_meeting(const View& view);
[[nodiscard]] Suggestion write_first_meeting(const View& view, const Offer& offer);

}  // namespace goodturn::suggest
