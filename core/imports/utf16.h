// Files that begin with the byte order mark of UTF-16.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace goodturn::imports {

/// The text as UTF-8 without its mark (RFC 2781); a surrogate without its other half becomes U+FFFD, an odd
/// byte at the end is nothing. nullopt when `bytes` have no such mark.
[[nodiscard]] std::optional<std::string> from_utf16(std::string_view bytes);

}  // namespace goodturn::imports
