// Several profiles of one person read as one.
#pragma once

#include "core/calendar/profile.h"

namespace goodturn::calendar {

/// Adds what another card's profile says. Restraint wins: one "do not suggest" is enough and the later snooze
/// counts. A mark that one of them has is there, lists are joined without repetition, of two estimates the
/// higher one counts, and where only one value has place the first one stays. UID and person stay.
void join_profile(Profile& profile, const Profile& more);

}  // namespace goodturn::calendar
