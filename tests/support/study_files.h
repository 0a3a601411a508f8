// Evaluation sets that lie beside the project, when they are there. They are read, never copied.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace goodturn::tests {

/// $GOODTURN_DATA/touches, or ../shared/data/touches beside the project; nullopt when it is not there.
[[nodiscard]] std::optional<std::filesystem::path> study_folder();

/// Whom everybody wrote to or heard from, out of a gzipped "sender,recipient,unix_seconds" with a heading.
[[nodiscard]] std::map<int, std::set<int>> contacts_in(const std::filesystem::path& file);

/// The lines of a plain CSV file without its heading, cut at commas outside quotes; quotes taken off.
[[nodiscard]] std::vector<std::vector<std::string>> rows_of(const std::filesystem::path& file);

}  // namespace goodturn::tests
