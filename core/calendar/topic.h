// What a text is about, for a sentence that names it.
#pragma once

#include <string>
#include <string_view>

namespace goodturn::calendar {

/// Without the small words that only tie it to what stands before: "about the move" is "the move", "zum
/// Mittagessen" is "Mittagessen", "to send the paper" is "send the paper". Words with a capital stay. Empty
/// for a text of nothing else.
[[nodiscard]] std::string without_joints(std::string_view text);

/// The same as a topic to be quoted, on one line: #tags behind it are left out, and where there is nothing
/// else it is their words: "#sailing #oslo" is "sailing, oslo".
[[nodiscard]] std::string topic_of(std::string_view text);

/// Whether it names something that could be passed on to others as it is: an article, a book, a link, in
/// English or German. What was told one person in confidence is none.
[[nodiscard]] bool names_reading(std::string_view text);

}  // namespace goodturn::calendar
