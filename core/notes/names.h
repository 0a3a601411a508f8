// How a note is called, and what its front matter lists.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/notes/note.h"

namespace goodturn::notes {

/// "Journal/2026-11-03 Lunch.md" → "2026-11-03 Lunch".
[[nodiscard]] std::string stem_of(std::string_view path);
/// The values of all fields with one of these keys, in order.
[[nodiscard]] std::vector<std::string> values_of(const Note& note, const std::vector<std::string_view>& keys);
/// What a value of a list of people names: [[Ada Example|Ada]] "Ada Example", Ada <ada@example.org> the
/// address; several names with commas between are several.
[[nodiscard]] std::vector<std::string> names_in_value(std::string_view value);
/// Without blanks at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace goodturn::notes
