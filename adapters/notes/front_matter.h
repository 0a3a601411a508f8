// The front matter of a note: YAML between two lines of "---" (Jekyll, Obsidian, Joplin's export, Zettlr).
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/notes/note.h"

namespace goodturn::notes {

inline constexpr std::size_t longest_front_matter = 1U << 16U;  ///< bytes

/// Where the words of a note begin.
struct Parts {
  std::string_view front;  ///< without its marks; empty: none
  std::size_t body = 0;    ///< byte
};
/// A first line "---" without another one (or "...") is no front matter but a rule.
[[nodiscard]] Parts parts_of(std::string_view bytes);

/// Lists in lists are one list, other maps inside are left out. Errors: parse.
[[nodiscard]] Result<std::vector<Field>> read_front_matter(std::string_view yaml);

}  // namespace goodturn::notes
