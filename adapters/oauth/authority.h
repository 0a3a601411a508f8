// Authorization servers over HTTP (OAuth 2.0), and the way back to this computer.
#pragma once

#include <filesystem>
#include <memory>

#include "adapters/http/settings.h"
#include "adapters/oauth/landing.h"
#include "core/ports.h"

namespace goodturn::oauth {

/// `home`: an existing folder; the file "sign-in.lock" in it is what alone() holds. `say`: what the browser
/// shows when it came back. Thread-safe.
[[nodiscard]] std::unique_ptr<Authority> open_authority(std::filesystem::path home, http::Settings settings,
                                                        Say say);

}  // namespace goodturn::oauth
