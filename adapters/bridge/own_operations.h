// The operations that are about the bridge itself.
#pragma once

#include <cstdint>
#include <string>

#include "adapters/bridge/bridge.h"
#include "adapters/bridge/page_codes.h"

namespace goodturn::bridge {

/// What hello, openSession, makePageCode and getOpenApi need; references outlive the routes.
struct OwnParts {
  Tokens& tokens;
  PageCodes& codes;
  Random& random;
  std::uint16_t port;
  std::string version;
  std::string openapi;
};

/// streamEvents is among them only so that the contract is complete: the loop serves it.
[[nodiscard]] Routes own_operations(const OwnParts& parts);
/// "http://127.0.0.1:PORT/#code=CODE". The fragment never leaves the browser.
[[nodiscard]] std::string link_with(const std::string& code, std::uint16_t port);

}  // namespace goodturn::bridge
