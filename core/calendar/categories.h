// CATEGORIES of the items that are made here.
#pragma once

#include <string_view>

#include "core/calendar/own_lines.h"

namespace goodturn::calendar {

/// "net" and `kind`, a word without commas. One line, although RFC 5545 §3.8.1.2 allows several: todoman 4.1
/// drops an item with two, and Nextcloud reads the first alone.
[[nodiscard]] OwnLine categories_line(std::string_view kind);

}  // namespace goodturn::calendar
