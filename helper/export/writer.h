// Everything that is kept as open files.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>

#include "helper/world.h"

namespace goodturn::helper {

/// Reflections are for the user alone and stay on this computer unless the user says otherwise (decision
/// 0011).
enum class Reflections { left_out, included };

struct Exported {
  std::filesystem::path folder;
  std::size_t items = 0;        ///< cards, events, tasks and journals
  std::size_t collections = 0;  ///< that they stand in
  std::size_t left_out = 0;     ///< reflections that are not in it
};

/// Told now and then how many rows are done, of how many. Called by the thread that exports.
using ExportProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Writes everything into `folder`, which is made, or is there and empty: docs/export.md tells the files. All
/// of it is as it was at one moment. Same content, same bytes. Holds the world's lock. Errors: invalid (the
/// folder is not empty, or this world cannot be exported), storage.
[[nodiscard]] Result<Exported> write_export(World& world, const std::filesystem::path& folder,
                                            Reflections reflections, const ExportProgress& progress);

}  // namespace goodturn::helper
