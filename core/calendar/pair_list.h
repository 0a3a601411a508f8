// Lists of name=value pairs in one joined line.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace goodturn::calendar {

/// "mentor=1" as {"mentor", "1"}, parted at the last "="; each side trimmed, entries without "=" or with an
/// empty side left out.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> read_pairs(
    const std::vector<std::string>& values);

}  // namespace goodturn::calendar
