// Commands that write files of the user's, or read them.
#pragma once

#include <filesystem>
#include <vector>

#include "helper/command/commands.h"

namespace goodturn::helper {

/// As export_all(), with the reflections.
Exit export_with_reflections(Shell& shell, const std::filesystem::path& folder);

struct ImportArguments {
  std::vector<std::filesystem::path> files;
  bool agreed = false;
  bool leave_unsure = false;
  std::optional<sync::CollectionId> book;  ///< into which people go; nullopt: one that is only here
};
/// Takes what files of other programs hold; without `agreed` only tells what would come.
Exit import_files(Shell& shell, const ImportArguments& arguments);

}  // namespace goodturn::helper
