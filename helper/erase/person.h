// Erasing one person, here and, on the user's word, on servers.
#pragma once

#include <cstddef>
#include <string>

#include "helper/world.h"

namespace goodturn::helper {

/// What an erasure takes, and what it leaves because it is not Goodturn's.
struct PersonErasure {
  std::string name;
  std::size_t cards = 0;         ///< copies of their cards here
  std::size_t server_cards = 0;  ///< of those, cards on servers and in folders that may be deleted there
  std::size_t items = 0;         ///< notes, gifts, promises, asks, follow-ups …: everything about them
  std::size_t shared_items = 0;  ///< communities, goals, the own profile: they stay, without the person
  std::size_t messages = 0;      ///< observed mail
  std::size_t history = 0;       ///< in trash, change log, conflicts
  std::size_t copies = 0;        ///< of the whole database: all of them go
  std::size_t meetings = 0;      ///< stay: events of the user's calendars that name them
  std::size_t mentions = 0;      ///< stay: items about others whose words name them
};

/// What erase_person() would take. Errors: not_found.
[[nodiscard]] Result<PersonErasure> survey_person(World& world, const Uid& person);

enum class OnServers { leave, remove };

/// Takes everything away that survey_person() counts. Notes that are kept on a server leave it, cards only
/// with OnServers::remove; when a server does not agree, nothing is taken away here. Their cards, places and
/// addresses are remembered as hashes: no sync, import or mail brings them back. Call without the lock; undo
/// logs are the caller's to forget. Errors: not_found, busy, those of the servers, storage.
Result<PersonErasure> erase_person(World& world, const Uid& person, OnServers on_servers);

/// Forgets who was erased: what servers still have comes with the next sync. Gives the number of cards,
/// places and addresses.
Result<std::size_t> lift_erasures(World& world);

}  // namespace goodturn::helper
