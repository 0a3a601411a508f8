// Taking back what the user chose about a conflict or the trash.
#pragma once

#include <optional>
#include <string>

#include "core/sync/history.h"
#include "helper/sync/send.h"

namespace goodturn::helper {

/// What stood there before a choice, and what the choice put in its place.
struct Reversal {
  sync::CollectionId collection = 0;
  Href href;
  std::optional<sync::Item> before{};           ///< nullopt: there was no item
  std::string after{};                          ///< the item's text since then
  bool changed = false;                         ///< the choice changed the item
  std::optional<sync::ConflictRow> conflict{};  ///< the row that the choice settled
  std::optional<sync::Trashed> trashed{};       ///< the row that the choice emptied
};

/// A choice that was carried out.
struct Chosen {
  Sent sent;
  Reversal reversal;
};

/// Gives back the item and the row, and sends the item. Call without the lock.
/// Errors: precondition (the item was changed again since: look at it and change it by hand), storage.
Result<void> take_back(World& world, const Reversal& reversal);

}  // namespace goodturn::helper
