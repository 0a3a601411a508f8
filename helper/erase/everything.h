// Erasing all that a home holds.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "helper/world.h"

namespace goodturn::helper {

struct HomeErasure {
  std::size_t items = 0;     ///< copies of cards, meetings and tasks, and all that Goodturn noted
  std::size_t people = 0;    ///< cards among them
  std::size_t messages = 0;  ///< observed mail
  std::size_t passwords = 0;
  std::size_t copies = 0;           ///< of the whole database
  std::vector<std::string> places;  ///< names of accounts that stay as they are: servers, folders, feeds
  bool records_on_server = false;   ///< notes and follow-ups that stay there
};

/// What erase_everything() would take, and what remains elsewhere.
[[nodiscard]] Result<HomeErasure> survey_everything(World& world);

/// Makes the home an empty one: rows, passwords, the calendar's address, copies. Nothing on any server is
/// touched. Undo logs, the program's log and its tokens are the caller's. Call without the lock while no sync
/// runs. Errors: storage; auth and timeout of the keyring, before anything is erased.
Result<HomeErasure> erase_everything(World& world);

}  // namespace goodturn::helper
