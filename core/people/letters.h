// Case-blind comparing of words in the Latin alphabet.
#pragma once

#include <string>
#include <string_view>

namespace goodturn::people {

/// Lower case for A–Z, U+00C0–U+00DE and U+0100–U+017E, with a letter and a following combining
/// diaeresis, acute or grave accent made one letter (macOS writes them apart). Other bytes stay.
[[nodiscard]] std::string folded_word(std::string_view utf8);

}  // namespace goodturn::people
