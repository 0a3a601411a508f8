// What is embedded in the program: the pages and the bridge's contract.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace goodturn::helper {

/// (path below the pages folder, bytes); empty when the program was built without the pages.
[[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> page_files();
/// schemas/openapi.json.
[[nodiscard]] std::string_view openapi_text();

}  // namespace goodturn::helper
