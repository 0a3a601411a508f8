// Tagging a person: roles and free tags as CATEGORIES of the card, written back to its server.
#pragma once

#include <string>
#include <vector>

#include "helper/index/snapshot.h"
#include "helper/items/undo.h"

namespace goodturn::helper {

struct TagEdit {
  std::vector<std::string> add;
  std::vector<std::string> remove;
};

struct Tagged {
  bool sent = false;  ///< false: kept here, goes out with the next sync
  std::string note;   ///< why it was not sent yet; plain words, empty when sent
  std::string undo;   ///< empty when nothing changed
};

/// Whether tags of this person's card may be changed, and if not, what to do about it.
struct TagPermission {
  bool allowed = false;
  std::string hint;  ///< plain words when not allowed
};
[[nodiscard]] TagPermission may_tag(const sync::Collection& collection);

/// Stores the edited card first, then sends it with its condition; a card that changed on the server is
/// merged and sent again. Errors: not_found, forbidden (write-back is off or the book is read-only),
/// invalid (empty tag or line break in it).
Result<Tagged> edit_tags(World& world, UndoLog& undo, const Uid& person, const TagEdit& edit);

}  // namespace goodturn::helper
