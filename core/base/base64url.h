// Bytes as letters that stand in addresses (RFC 4648 section 5).
#pragma once

#include <string>
#include <string_view>

namespace goodturn {

/// Without padding.
[[nodiscard]] std::string base64url(std::string_view bytes);

}  // namespace goodturn
