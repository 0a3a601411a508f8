// Byte encodings of values: UTF-8, Windows-1252, quoted-printable, base64.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/text/document.h"

namespace goodturn::text {

/// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view bytes) noexcept;
/// Every byte has a meaning here, so the result is always UTF-8. The five bytes that Windows-1252
/// leaves open become C1 control characters, which makes this a superset of ISO 8859-1.
[[nodiscard]] std::string from_windows_1252(std::string_view bytes);
/// nullopt when a character has no place there.
[[nodiscard]] std::optional<std::string> to_windows_1252(std::string_view utf8);

/// RFC 2045 §6.7; an `=` without two hexadecimal digits is kept as it is.
[[nodiscard]] std::string from_quoted_printable(std::string_view encoded);
/// One line without soft breaks: control bytes, `=` and all bytes above 126 become =XX.
[[nodiscard]] std::string to_quoted_printable(std::string_view bytes);
/// RFC 4648 §4; other bytes are skipped.
[[nodiscard]] std::string from_base64(std::string_view encoded);

/// How the value of a property is written down, from ENCODING=… or a bare vCard 2.1 parameter.
enum class Encoding { plain, quoted_printable, base64 };
[[nodiscard]] Encoding encoding_of(std::span<const Parameter> parameters);
[[nodiscard]] inline Encoding encoding_of(const Property& property) {
  return encoding_of(property.parameters);
}

}  // namespace goodturn::text
