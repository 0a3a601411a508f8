// The clock of a server, as its answers tell it.
#pragma once

#include <optional>

#include "adapters/http/message.h"
#include "core/base/time.h"

namespace goodturn::http {

/// When the server answered, by its own clock (Date, RFC 9110 §6.6.1); nullopt where it does not say.
[[nodiscard]] std::optional<Instant> date_of(const Response& response);

}  // namespace goodturn::http
