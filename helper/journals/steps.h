// Where an introduction stands, in words.
#pragma once

#include <string_view>
#include <vector>

#include "core/calendar/introduction.h"
#include "core/network/consent.h"

namespace goodturn::helper {

[[nodiscard]] network::Introduction introduction_of(const calendar::Introduction& item);
/// "ask-a", "ask-b", "wait", "introduce", "declined", "done".
[[nodiscard]] std::vector<std::string_view> introduction_steps();
/// The one of introduction_steps() that comes next.
[[nodiscard]] std::string_view next_step_word(const calendar::Introduction& item);

}  // namespace goodturn::helper
