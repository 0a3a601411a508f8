// Done detection: was a follow-up answered by what happened since?
#pragma once

#include "core/suggest/contact.h"

namespace goodturn::suggest {

/// True when the person's history answers the showing, so that the follow-up can be closed without a click:
/// reminders: an outgoing or mutual touch on or after the day it was shown; an ask: the ask was noted; an
/// introduction: its step was taken; support: such a gift was noted;
/// first-meeting: any such touch after the first meeting itself;
/// celebrate: such a touch on or after the date; thank, promised: its record was settled.
[[nodiscard]] bool answered_by(const Showing& showing, const Contact& contact);

/// Shown twice in the current silence and still silent: no more reminders until the next contact or a
/// change by the user ("resting": revive, lower the cadence, or let go).
[[nodiscard]] bool is_resting(const Contact& contact);

}  // namespace goodturn::suggest
