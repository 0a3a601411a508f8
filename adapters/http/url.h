// Absolute http and https URLs, cut into parts (RFC 3986).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace goodturn::http {

/// One absolute URL without user name and fragment. Scheme and host are lower case, the port is always
/// a number, `path` starts with "/" and keeps its escapes, `query` is without "?".
struct Url {
  std::string scheme;
  std::string host;  ///< IPv6 addresses keep their brackets
  int port = 0;
  std::string path = "/";
  std::string query;

  bool operator==(const Url&) const = default;

  /// "https://host" or "https://host:8443": what credentials are bound to.
  [[nodiscard]] std::string origin() const;
  /// The whole URL; the port is named only where it is not the scheme's own.
  [[nodiscard]] std::string text() const;
  /// True for 127.0.0.0/8, ::1 and "localhost": traffic that stays on this computer.
  [[nodiscard]] bool is_loopback() const;
};

/// Reads an absolute http(s) URL; nothing for another scheme, user names, control characters, spaces.
[[nodiscard]] std::optional<Url> parse_url(std::string_view text);

/// Resolves a reference (absolute, "//host/…", "/path", relative) against `base`, RFC 3986 §5.2, with
/// "." and ".." segments removed. Nothing where the result is no http(s) URL.
[[nodiscard]] std::optional<Url> resolve(const Url& base, std::string_view reference);

}  // namespace goodturn::http
