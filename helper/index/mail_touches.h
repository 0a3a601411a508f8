// Observed mail as touches and moments of the people it was with.
#pragma once

#include "helper/index/gathering.h"

namespace goodturn::helper {

/// Adds to each person a touch per observed message (past ones only) and a moment per day and direction.
/// A mail that the user logged by hand on the same day, in the same direction or without one, is the same
/// mail: its moment stays, because its text is the user's, and its touch is taken out. Call it when the
/// records are in.
Result<void> add_mail(Gathering& all);

}  // namespace goodturn::helper
