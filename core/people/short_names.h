// First names and what people are called instead.
#pragma once

#include <string_view>

namespace goodturn::people {

/// Whether one word is a usual short form of the other, or both are of one name: "bob" and "robert", "bob"
/// and "rob". Folded words; English and German first names. Symmetric; false for equal words.
[[nodiscard]] bool is_short_form(std::string_view a, std::string_view b) noexcept;

}  // namespace goodturn::people
