// Several values in one TEXT of an X- line, in a form that servers leave alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace goodturn::calendar {

/// The values parted by line breaks; inside a value "%", ",", ";", "\" and line breaks are written %25 %2c
/// %3b %5c %0a. So the TEXT has no escape but \n: Xandikos takes apart backslashes that stand behind each
/// other, Cyrus takes the one before a comma away. Small letters, because Xandikos reads %2C, %3A, %3B and
/// %5C as escapes of its own. An empty value keeps its place.
[[nodiscard]] std::string joined_values(const std::vector<std::string>& values);

/// The values of a TEXT, escapes undone, each trimmed, in their places. One with a bare comma or a backslash
/// has the older form, which is read on: values parted by commas, with TEXT escapes inside. Never empty.
[[nodiscard]] std::vector<std::string> parted_values(std::string_view text);

/// One value with its %-forms undone; other "%" stay.
[[nodiscard]] std::string plain_value(std::string_view value);

}  // namespace goodturn::calendar
