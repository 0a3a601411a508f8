// The port on which the browser comes back.
#pragma once

#include <memory>

#include "core/ports.h"

namespace goodturn::oauth {

/// Listens on a free port of 127.0.0.1. Only GET / of a client that names exactly this address is read;
/// everything else is answered 404 and forgotten. Errors: network.
[[nodiscard]] Result<std::unique_ptr<Landing>> open_landing();

}  // namespace goodturn::oauth
