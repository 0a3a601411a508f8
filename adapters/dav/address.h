// What a user may type as the address of an account, and where to look for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "adapters/http/url.h"

namespace goodturn::dav {

/// An account's address: the first URL to try, and the domain to ask DNS about (empty: an exact URL).
struct Address {
  http::Url base;
  std::string domain;
};

/// Reads "https://host/path", "host", "host:port", "host/path" or "name@domain". https unless the text
/// says otherwise or the host is this computer.
[[nodiscard]] std::optional<Address> read_address(std::string_view text);

/// True where `host` is `domain` or below it: what a DNS answer, which anyone on the way can forge, may
/// point to without the user having seen the name (RFC 6764 §8).
[[nodiscard]] bool is_within(std::string_view host, std::string_view domain);

}  // namespace goodturn::dav
