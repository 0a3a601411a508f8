// The few cryptographic words of the bridge, from OpenSSL.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace goodturn::bridge {

/// SHA-256 (FIPS 180-4): 32 raw bytes.
[[nodiscard]] std::string sha256(std::string_view bytes);
/// HMAC-SHA-256 (RFC 2104): 32 raw bytes.
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view message);
/// Two lower-case hexadecimal digits per byte.
[[nodiscard]] std::string to_hex(std::string_view bytes);
/// The bytes of an even number of lower-case hexadecimal digits; nothing for any other text.
[[nodiscard]] std::optional<std::string> from_hex(std::string_view digits);
/// Equality whose time depends on the lengths only.
[[nodiscard]] bool same_secret(std::string_view one, std::string_view other) noexcept;

}  // namespace goodturn::bridge
