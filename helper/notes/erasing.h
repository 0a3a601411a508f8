// Who is erased leaves what was read of notes, too.
#pragma once

#include <string>
#include <vector>

#include "helper/erase/marks.h"

namespace goodturn::helper {

/// The names under which notes know a person: of all cards. erased_name of each is to be noted.
[[nodiscard]] std::vector<std::string> names_in_notes(const Snapshot& snapshot, const Person& person);

/// Forgets what was read of notes about the person, and what the user answered about them. The user's own
/// files stay as they are. Inside a transaction, while the cards are still there.
Result<void> forget_in_notes(World& world, const PersonMarks& marks, const std::vector<std::string>& names);

}  // namespace goodturn::helper
