// The languages in which the helper speaks.
#pragma once

#include <optional>
#include <string_view>

namespace goodturn::helper {

enum class Language { en, de };

/// "en", "de".
[[nodiscard]] std::string_view to_string(Language language);
/// Of a language tag (RFC 5646) or a POSIX locale: "de", "de-AT", "de_DE.UTF-8", in any letter case; nullopt:
/// none of ours.
[[nodiscard]] std::optional<Language> parse_language(std::string_view tag);
/// The one of ours that a request prefers by its Accept-Language (RFC 9110 section 12.5.4): the highest
/// weight, the first among equals. `*` and a field that names none of ours give `otherwise`.
[[nodiscard]] Language accepted_language(std::string_view field, Language otherwise);

}  // namespace goodturn::helper
