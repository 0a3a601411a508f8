// Everybody's standing: each person's digest seen against all the others.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "core/relations/gap_pool.h"
#include "core/suggest/contact.h"
#include "core/suggest/digest.h"
#include "core/suggest/standing.h"

namespace goodturn::suggest {

/// A planned meeting silences reminders if it is within the cadence, or at least within this many days.
inline constexpr int planned_days = 28;

/// One standing per contact, same order. `digests` belong to `contacts`; `pool` holds everybody's gaps and
/// `outgoing` the days on which the user reached out to anybody (metrics.md 2.3–2.7, ranking.md 3.1).
[[nodiscard]] std::vector<Standing> survey(std::span<const Contact> contacts, std::span<const Digest> digests,
                                           const relations::GapPool& pool, const std::map<Day, int>& outgoing,
                                           Now now);

}  // namespace goodturn::suggest
