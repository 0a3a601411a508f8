// Rule celebrate: birthdays and anniversaries, a new job or home a month later. A date is a date, in every
// time zone.
#pragma once

#include <vector>

#include "core/people/card.h"
#include "core/suggest/offer.h"

namespace goodturn::suggest {

inline constexpr int celebrate_ahead_days = 7;  ///< today and the seven days after it
/// A new job or home is asked about when the first weeks are over (features.md row 38) …
inline constexpr int life_event_days = 30;
/// … and up to two weeks after that.
inline constexpr int life_event_open_days = 14;

/// The first return of a date on or after `from`. 29 February returns on 28 February in common years. Never
/// before the date itself when its year is known.
[[nodiscard]] Day next_return(const people::PartialDate& date, Day from);

/// Offered a week ahead for people of layers 5–150 and for holders of a role. part = √s. The period is the
/// date with its year, and what is celebrated.
[[nodiscard]] std::vector<Offer> offer_celebrate(const View& view);
[[nodiscard]] Suggestion write_celebrate(const View& view, const Offer& offer);

}  // namespace goodturn::suggest
