// Restraint: when somebody is left in peace.
#pragma once

#include "core/suggest/contact.h"
#include "core/suggest/offer.h"

namespace goodturn::suggest {

inline constexpr int cooldown_days = 28;        ///< between two keep-in-touch reminders of a person
inline constexpr int showings_per_silence = 2;  ///< then the person rests
inline constexpr int cold_start_days = 14;      ///< no keep-in-touch while there is so little history
inline constexpr int rhythm_days = 3;           ///< contact days that make a learned rhythm

/// Whether anything may be suggested about the person: not "never", not deceased, not snoozed beyond today or
/// until they write, not resting.
[[nodiscard]] bool may_suggest(const Contact& contact, Day today);

/// Opt-in for keep-in-touch: a role, a tag, or a learned rhythm of at least three contact days.
[[nodiscard]] bool is_chosen(const Contact& contact, int contact_days);

/// Put off to another date: the same reminder later, not one more.
[[nodiscard]] bool was_put_off(const Showing& showing);

/// How often a reminder (is_reminder) was shown in this silence: since the last contact day, since something
/// new was received or promised, since the user revived the tie. A showing that the user put off is the same
/// reminder at another date and does not count.
[[nodiscard]] int showings_in_silence(const Contact& contact);

/// Whether the offer may enter the list now: nobody stands in the list twice, an answered follow-up does
/// not return, reminders keep the cooldown and the two showings per silence. Offers with a date of their own
/// are not held up by the cooldown: their value halves.
[[nodiscard]] bool may_show(const Offer& offer, const Contact& contact, Day today);

}  // namespace goodturn::suggest
