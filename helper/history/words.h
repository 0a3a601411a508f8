// Names that people know for items and properties.
#pragma once

#include <string>
#include <string_view>

#include "core/base/said.h"

namespace goodturn::helper {

/// Whose item a text is: the name on a card, the summary of an event or task, for a record its kind and
/// person ("Note: Ada Example"); "an entry" when it says nothing.
[[nodiscard]] Said title_of(std::string_view text);

/// "phone" for TEL; a property without a word of its own is called by its name in lower case.
[[nodiscard]] Said words_for(std::string_view property);

/// A value in one line; "nothing" for an empty one.
[[nodiscard]] Said value_words(std::string_view value);

/// A value short enough for one line: line breaks become spaces, long ones are cut with "…" at a character.
[[nodiscard]] std::string short_value(std::string_view value);

}  // namespace goodturn::helper
