// The files of an export (docs/export.md), named once for who writes and who reads it.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace goodturn::helper {

/// Counts up when a program that reads exports would misread a newer one.
inline constexpr int export_format = 1;

/// Written last: an export without it was not finished.
inline constexpr std::string_view export_summary = "export.json";

/// A column whose text is a file of its own, so that other programs can open it.
struct TextColumn {
  std::string_view table, column;
  std::string_view folder;
  bool by_place;            ///< folder/<collection>/<hash of href>, else folder/<id>
  std::string_view ending;  ///< before .vcf or .ics
};
inline constexpr std::array text_columns = {
    TextColumn{"item", "text", "collections", true, ""},
    TextColumn{"base", "text", "agreed", true, ""},
    TextColumn{"intent", "text", "under-way", false, ""},
    TextColumn{"trash", "text", "trash", false, ""},
    TextColumn{"written", "before", "changes", false, "-before"},
    TextColumn{"written", "after", "changes", false, "-after"},
};

/// Where the rows of a table stand, one JSON object a line.
[[nodiscard]] inline std::string rows_file(std::string_view table) {
  return "tables/" + std::string(table) + ".jsonl";
}

}  // namespace goodturn::helper
