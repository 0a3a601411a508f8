// What commands that write share: one reading of everything, people by name, and an action that a later
// `undo` takes back.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "helper/command/journal_commands.h"
#include "helper/command/kept_undo.h"

namespace goodturn::helper {

class Bench {
 public:
  /// Errors: those of opening the home; invalid for a wrong --as.
  static Result<Bench> open(Shell& shell, Access access, const JournalArguments& arguments);

  [[nodiscard]] World& world() { return *world_; }
  [[nodiscard]] const Snapshot& snapshot() const { return *snapshot_; }
  [[nodiscard]] NameFinder& who() { return *who_; }
  [[nodiscard]] Day today() const { return world_->now().today; }
  [[nodiscard]] UndoLog& undo() { return *undo_; }

  /// Ends the command with an error; a name that is not clear is asked back.
  Exit failed(const Error& error);
  /// Keeps the action for `undo`, says `line` and answers `json`.
  Exit done(const Said& line, const Json& json);

 private:
  Bench(Shell& shell, World& world) : shell_(&shell), world_(&world) {}

  Shell* shell_;
  World* world_;
  std::shared_ptr<const Snapshot> snapshot_;
  std::unique_ptr<NameFinder> who_;
  std::unique_ptr<std::optional<Before>> before_ = std::make_unique<std::optional<Before>>();
  std::unique_ptr<UndoLog> undo_;
};

/// The item that a whole id, or its end, names. Errors: not_found, invalid (fits several).
Result<Json> item_named(World& world, const ItemKind& kind, const std::string& id);
/// As much of an id as people need to name it.
[[nodiscard]] std::string short_id(const std::string& id);
/// "Ada Example; kind: advice; state: open …": an item on one line.
[[nodiscard]] std::string row_of(std::span<const Shape> shapes, const Json& item);
/// Every field of an item on a line of its own.
void print_fields(Console& console, std::span<const Shape> shapes, const Json& item);

}  // namespace goodturn::helper
