// From the bytes of a note to its lines.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/notes/note.h"

namespace goodturn::notes {

/// Reads front matter and Markdown (CommonMark 0.30 with tables, task lists and wiki links, by md4c). Code,
/// HTML and embedded notes say nothing. Errors: parse (not UTF-8, or a front matter that is no YAML).
[[nodiscard]] Result<Note> parse_note(std::string_view bytes);

}  // namespace goodturn::notes
