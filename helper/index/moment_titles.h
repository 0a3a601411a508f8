// Titles of journal items in a timeline.
#pragma once

#include <string>

#include "core/calendar/ask.h"
#include "core/calendar/introduction.h"

namespace goodturn::helper {

/// "Asked for feedback, answered: yes".
[[nodiscard]] std::string ask_title(const calendar::Ask& ask);
/// "Introduced to Bob Example", or "To be introduced to Bob Example" while it is not sent.
[[nodiscard]] std::string introduction_title(const calendar::Introduction& introduction,
                                             const std::string& other);

}  // namespace goodturn::helper
