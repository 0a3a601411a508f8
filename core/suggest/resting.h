// Resting: shown twice and still silent. No more reminders; one line asks what should become of the tie.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/said.h"
#include "core/suggest/contacts.h"
#include "core/suggest/standing.h"

namespace goodturn::suggest {

/// What the user may do: revive (one more reminder), lower the cadence to `cadence`, let go (out of the
/// circles, nothing deleted).
struct Resting {
  Uid person;
  std::string name;
  Day since{};                  ///< the last of the two showings
  std::optional<Day> last_day;  ///< last contact
  int cadence = 0;              ///< days: a rhythm that this silence would fit
  Said line;                    ///< "You last met on 3 May; shown twice since. …"
};

/// Who rests, the longest resting first; not those who are out, never suggested, deceased or dormant.
[[nodiscard]] std::vector<Resting> resting_people(const Contacts& contacts,
                                                  std::span<const Standing> standings, Day today);

/// A rhythm in days that the present silence fits: 30, 60, 90, 180 or 365, longer than the present one.
/// nullopt where it is that long already.
[[nodiscard]] std::optional<int> slower_cadence(const Standing& standing);

/// After putting the same person off twice in one silence: the slower rhythm to offer; else nullopt.
[[nodiscard]] std::optional<int> cadence_to_offer(const Contact& contact, const Standing& standing);

}  // namespace goodturn::suggest
