// Restraint: when somebody is left in peace.
#pragma once

#include "core/suggest/contact.h"
#include "core/suggest/offer.h"

namespace goodturn::suggest {

inline constexpr int cooldown_days = 28;        ///< between two keep-in-touch reminders of a person
inline constexpr int showings_per_silence = 2;  ///< then the person rests
inline constexpr int cold_start_days = 14;      ///< no keep-in-touch while there is so little history
inline constexpr int rhythm_days = 3;           ///< contact days that make a learned rhythm

/// Whether anything may be suggested about the person: not "never", not snoozed beyond today.
[[nodiscard]] bool may_suggest(const Contact& contact, Day today);

/// Opt-in for keep-in-touch: a role, a tag, or a learned rhythm of at least three contact days.
[[nodiscard]] bool is_chosen(const Contact& contact, int contact_days);

/// How often keep-in-touch was shown since the last contact day. A showing that the user put off is the
/// same reminder at another date and does not count.
[[nodiscard]] int showings_in_silence(const Contact& contact);

/// Whether the offer may enter the list now: nobody stands in the list twice, an answered follow-up does
/// not return, keep-in-touch keeps the cooldown and the two showings per silence. Rules with a date of their
/// own (thank, promised, first-meeting, celebrate) are not held up by the cooldown: their value halves.
[[nodiscard]] bool may_show(const Offer& offer, const Contact& contact, Day today);

}  // namespace goodturn::suggest
