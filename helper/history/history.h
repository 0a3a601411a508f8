// What syncs left for the user to look at: values that lost, own writes, removed items.
#pragma once

#include <string>
#include <vector>

#include "core/sync/history.h"
#include "helper/world.h"

namespace goodturn::helper {

struct ConflictView {
  sync::ConflictRow row;
  Said item;  ///< whose (title_of)
  std::string collection_name;
  bool both_possible = false;
};
/// Newest first. Lines that only the program keeps on its own follow-ups are not among them.
[[nodiscard]] Result<std::vector<ConflictView>> list_conflicts(World& world);

struct WriteView {
  sync::LoggedWrite row;
  Said item;
  std::string collection_name;
  std::string account_name;
  std::vector<Said> lines;  ///< "tags: friends → friends, mentor"
  bool may_undo = false;
};
struct WritePage {
  std::vector<WriteView> writes;
  std::size_t total = 0;
};
/// The change log, newest first.
[[nodiscard]] Result<WritePage> list_writes(World& world, std::size_t limit, std::size_t offset);

struct TrashView {
  sync::Trashed row;
  Said item;
  std::string collection_name;
  Said reason;
};
/// Newest first.
[[nodiscard]] Result<std::vector<TrashView>> list_trash(World& world);

}  // namespace goodturn::helper
