// Everybody's standing: each person's digest seen against all the others.
#pragma once

#include <span>
#include <vector>

#include "core/suggest/contacts.h"
#include "core/suggest/digest.h"
#include "core/suggest/standing.h"
#include "core/suggest/surroundings.h"

namespace goodturn::suggest {

/// A planned meeting silences reminders if it is within the cadence, or at least within this many days.
inline constexpr int planned_days = 28;

/// One standing per contact, same order. `digests` belong to `contacts` and were put into `all`
/// (metrics.md 2.3–2.7, ranking.md 3.1).
[[nodiscard]] std::vector<Standing> survey(const Contacts& contacts, std::span<const Digest> digests,
                                           const Surroundings& all);

/// The two steps of which a standing is made: first all that does not hang on the pool of gaps, then the
/// rest.
void settle(Standing& standing, const Contact& contact, const Digest& digest, const Surroundings& all);
void compare(Standing& standing, const Surroundings& all);

}  // namespace goodturn::suggest
