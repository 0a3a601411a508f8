// The language of what the helper writes by itself: tasks in the calendar, notes.
#pragma once

#include <optional>
#include <string_view>

#include "helper/words/language.h"
#include "helper/world.h"

namespace goodturn::helper {

inline constexpr std::string_view language_key = "language";
inline constexpr std::string_view chosen_language_key = "chosen_language";

/// The user's own choice; nullopt: as the desktop. Errors: storage.
[[nodiscard]] Result<std::optional<Language>> chosen_language(World& world);
Result<void> choose_language(World& world, std::optional<Language> language);
/// The user's choice, else as it was noted last; English at first. Errors: storage.
[[nodiscard]] Result<Language> own_language(World& world);
/// Notes the language of the desktop that the program was started in, as a POSIX locale; one that is none of
/// ours changes nothing, so that a job without a locale does not turn the calendar into English.
Result<void> note_language(World& world, std::string_view locale);

}  // namespace goodturn::helper
