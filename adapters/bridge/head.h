// The head of a request, read strictly and without decoding anything.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goodturn::bridge {

/// Request line and header fields (RFC 9112 section 3 and 5). Names are lower case, values trimmed.
struct Head {
  std::string method;
  std::string target;  ///< origin form, as sent
  std::string path;    ///< target up to "?", not decoded
  std::string query;   ///< after "?", not decoded
  std::vector<std::pair<std::string, std::string>> fields;

  [[nodiscard]] std::size_t count(std::string_view name) const;
  /// The first value, or "".
  [[nodiscard]] std::string_view value(std::string_view name) const;
};

/// Reads a head that ends with an empty line. Nothing when it is not exactly what RFC 9112 asks for: CRLF
/// line ends, one space between the parts, a target that starts with "/", no folded line, no control byte.
[[nodiscard]] std::optional<Head> parse_head(std::string_view raw);

/// Percent-decoding (RFC 3986 section 2.1); nothing for a broken escape or a control character.
/// `plus_is_space`: the form encoding of query strings.
[[nodiscard]] std::optional<std::string> decode(std::string_view text, bool plus_is_space);
/// Name and value pairs of a query string, decoded, in order. Nothing when one cannot be decoded.
[[nodiscard]] std::optional<std::vector<std::pair<std::string, std::string>>> parse_query(
    std::string_view query);
/// The first value of `name` in a query string, decoded; "" when there is none.
[[nodiscard]] std::string query_value(std::string_view query, std::string_view name);

}  // namespace goodturn::bridge
