// Plain English pieces of a why-text. No pronouns for people, no blame, no advice.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/time.h"
#include "core/suggest/contact.h"
#include "core/suggest/suggestion.h"

namespace goodturn::suggest {

/// "30 October", with the year when it is not that of `today`: "30 October 2025".
[[nodiscard]] std::string date_words(Day day, Day today);
/// "1 day", "23 days".
[[nodiscard]] std::string days_words(int days);
/// "You last met on 30 October": by the channel of the last touch of weight > 0; nullopt without any.
[[nodiscard]] std::optional<std::string> last_contact_words(const Contact& contact, Day today);
/// The text on one line, at most 80 bytes, cut between characters with "…".
[[nodiscard]] std::string shortened(std::string_view text);
/// “The text” on one line, remembered among the words that the evidence holds.
[[nodiscard]] std::string quoted(std::string_view text, Evidence& evidence);
/// The first letter (ASCII) in upper case.
[[nodiscard]] std::string capitalised(std::string text);

}  // namespace goodturn::suggest
