// What the helper says, in the language of whoever reads it. The messages stand in en/ and de/ beside this
// file, one file for each room of sentences; they are ICU MessageFormat patterns with named places, whole
// sentences each (docs/decisions/0015). Errors carry their English sentence; errors/de/ has the German ones.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/said.h"
#include "helper/words/language.h"

namespace goodturn::helper {

/// The sentence. Places take words as they are, numbers and days as the language writes them. A key that is
/// not among the messages is taken for an English sentence: what another program said has no other.
[[nodiscard]] std::string in_words(const Said& said, Language language);
/// What went wrong and what to do about it.
[[nodiscard]] std::string in_words(const Error& error, Language language);
/// Whole sentences, one after the other.
[[nodiscard]] std::string in_sentences(std::span<const Said> said, Language language);
[[nodiscard]] std::vector<std::string> in_words(std::span<const Said> said, Language language);

}  // namespace goodturn::helper
