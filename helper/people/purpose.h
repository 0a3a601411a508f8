// For whom the user's networking is good: one line above the list, asked for once (features.md rows 57 and
// 88).
#pragma once

#include <string>

#include "helper/index/snapshot.h"
#include "helper/items/undo.h"

namespace goodturn::helper {

struct Purpose {
  std::string text;         ///< of the goal that is due first and has one; may be empty
  bool should_ask = false;  ///< no goal has one, and the question was never shown
};
[[nodiscard]] Purpose purpose_of(const calendar::Journals& journals);
/// The same from the index alone.
[[nodiscard]] Result<Purpose> purpose_now(World& world);

/// Answers the question: `text` becomes the purpose of the goal that is due first, or of a new one; an empty
/// text is "not now". The question does not come again either way. Gives the id that takes it back. Errors:
/// invalid.
Result<std::string> answer_purpose(World& world, UndoLog& undo, const std::string& text);

}  // namespace goodturn::helper
