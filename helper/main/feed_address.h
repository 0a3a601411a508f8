// The follow-ups calendar's address with its own token.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "adapters/bridge/tokens.h"
#include "helper/api/endpoints.h"

namespace goodturn::helper {

/// Calendars cannot send a header, so the token stands in the address. It is kept among the Secrets to be
/// shown again; the bridge holds only its hash. `port` is asked when an address is made.
[[nodiscard]] std::unique_ptr<FeedAddress> keep_feed_address(Secrets& secrets, bridge::Tokens& tokens,
                                                             std::function<std::uint16_t()> port);

}  // namespace goodturn::helper
