// The sample's items as file names and texts.
#pragma once

#include <string>
#include <vector>

#include "core/base/time.h"

namespace goodturn::sample {

struct File {
  std::string name;  ///< with its ending
  std::string text;
};

/// One card per person of the cast; vCard 3.0 and 4.0 in turn; two of three with a birthday, every
/// fifth of those without its year.
[[nodiscard]] std::vector<File> cards(Day today);

/// Single and recurring meetings, past and planned, and everything that must not count as contact:
/// all-hands, rooms, declined and cancelled meetings, all-day events.
[[nodiscard]] std::vector<File> meetings(Day today);

/// VJOURNAL records: calls and mails, notes, what was given, received and promised.
[[nodiscard]] std::vector<File> journals(Day today);

/// What the user knows of five people, the user's own profile and one goal.
[[nodiscard]] std::vector<File> profile_files(Day today);

}  // namespace goodturn::sample
