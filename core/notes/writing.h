// One line into a note, and out again; every other byte stays.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/notes/note.h"

namespace goodturn::notes {

/// A dated line and where it belongs.
struct Addition {
  std::size_t at = 0;    ///< before this byte of the note
  std::string inserted;  ///< the line with what it needs around it: a heading, line ends
};

/// "- 2026-11-23 (call) about the budget": `text` becomes one line. Without a channel there is no bracket.
[[nodiscard]] std::string dated_line(Day day, std::optional<Channel> channel, std::string_view text);

/// `line` (without end) as the last of what stands under the first heading with these words, above its next
/// heading; where there is none it is made, as a second-level heading at the end. Line ends are those of
/// the line above.
[[nodiscard]] Addition addition_of(std::string_view bytes, const Note& note, std::string_view heading,
                                   std::string_view line);

/// The note without what was inserted, or, where more was written to it since, without the line alone; of
/// equal lines the one nearest to where it was put. nullopt when it is not there (any more).
[[nodiscard]] std::optional<std::string> without(std::string_view bytes, const Addition& addition,
                                                 std::string_view line);

/// How often `line` stands in the note as a whole line.
[[nodiscard]] std::size_t count_of_line(std::string_view bytes, std::string_view line);

/// By which a line of dated_line() is known again; empty for any other line.
[[nodiscard]] std::string mark_of_line(std::string_view line);
/// Gives each entry the mark of its line.
void mark_entries(std::string_view bytes, std::vector<Entry>& entries);

/// A note named by a day ("2026-11-03 Lunch.md", "20261103.md") is about that day; the 12 or 14 digits of a
/// Zettelkasten are a number.
[[nodiscard]] bool is_named_by_day(std::string_view path);

}  // namespace goodturn::notes
