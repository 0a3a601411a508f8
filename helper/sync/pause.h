// How long a server asked to be left alone.
#pragma once

#include <optional>

#include "helper/world.h"

namespace goodturn::helper {

/// Longer pauses are not believed: a wrong clock must not stop the sync for good.
inline constexpr std::chrono::hours longest_pause{24};

/// Remembers the Retry-After (RFC 9110 §10.2.3) of an answer, if it has one. Call under World::lock().
Result<void> remember_pause(World& world, sync::AccountId account, const Error& error);

/// Why the account is not to be asked yet, in words for the report; nullopt when it may be. Call under
/// World::lock().
Result<std::optional<Error>> pause_of(World& world, sync::AccountId account);

}  // namespace goodturn::helper
