// Making, changing and removing items of any kind, each as one action that can be taken back.
#pragma once

#include <string>

#include "helper/journals/item_kind.h"

namespace goodturn::helper {

/// An item as it stands now (null when it was removed) and how to take the action back.
struct Kept {
  Json item;
  std::string undo;
};

/// Work on one reading of everything, under the lock. Nothing may be written.
Result<void> look_at(World& world, const std::function<Result<void>(Desk&)>& work);
/// The same with writing, in one transaction; gives the id that takes it back.
Result<std::string> edit_at(World& world, UndoLog& undo, const std::function<Result<void>(Desk&)>& work);

/// All items of a kind; with `person` only those that name them.
[[nodiscard]] Result<Json> list_items(World& world, const ItemKind& kind, const std::optional<Uid>& person);
/// Errors: not_found.
[[nodiscard]] Result<Json> read_item(World& world, const ItemKind& kind, const Uid& uid);

/// `fields` as Shape says. Errors: invalid, not_found, in words that name the field.
Result<Kept> add_item(World& world, UndoLog& undo, const ItemKind& kind, const Json& fields);
Result<Kept> change_item(World& world, UndoLog& undo, const ItemKind& kind, const Uid& uid,
                         const Json& fields);
Result<Kept> remove_item(World& world, UndoLog& undo, const ItemKind& kind, const Uid& uid);

}  // namespace goodturn::helper
