// An export read back, row by row.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/keeping.h"

namespace goodturn::helper {

/// What takes the rows; the schema's number comes first.
struct ExportSink {
  std::function<Result<void>(int schema)> begin;
  std::function<Result<void>(const std::string& table, const std::vector<std::string>& columns,
                             const std::vector<Archive::Cell>& cells)>
      row;
};

/// Reads the rows of `folder` in the order of the tables given. Files that a row names are read from below
/// `folder` only. Returns the number of items. Errors: not_found (no export), invalid (not finished, of a
/// newer format, rows are missing or cannot be read, a file outside the folder), and those of the sink.
[[nodiscard]] Result<std::size_t> read_export(const std::filesystem::path& folder,
                                              const std::vector<std::string>& tables, const ExportSink& sink);

}  // namespace goodturn::helper
