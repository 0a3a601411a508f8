// Lists and partial dates as one column of text: exact both ways, readable in any SQLite browser.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/people/card.h"

namespace goodturn::store {

/// Each element ends with a line feed; backslash and line feed inside are written \\ and \n.
[[nodiscard]] std::string to_text(const std::vector<std::string>& list);
[[nodiscard]] std::vector<std::string> list_of(std::string_view text);

/// "1985-4-12", or "--4-12" without a year.
[[nodiscard]] std::string to_text(const people::PartialDate& date);
[[nodiscard]] std::optional<people::PartialDate> partial_date_of(std::string_view text);

}  // namespace goodturn::store
