// What the items of a collection are, and how the same thing is said in each of them.
#pragma once

#include <string>

namespace goodturn::tests {

/// `mixed`: events, tasks and journal entries side by side, as the UID falls.
enum class Kind { cards, events, tasks, journals, mixed };

[[nodiscard]] std::string word_for(Kind kind);

/// An item called `name`; `lines` (each with its CR LF) go before its end.
[[nodiscard]] std::string item_of(Kind kind, const std::string& uid, const std::string& name,
                                  const std::string& lines = {});
/// The name of the property that holds a long text.
[[nodiscard]] std::string note_in(Kind kind);

/// How things must be written to be kept as they are.
struct Spelling {
  std::string odd_parameter = "\"a,b;c\"";
  std::string odd_value = "\\n\\, ü";  ///< of a property that nobody knows
  bool categories_apart = false;       ///< one line for each
};

/// Lines that a program may not know and must keep.
[[nodiscard]] std::string unknown_lines(Kind kind, const Spelling& spelling);

}  // namespace goodturn::tests
