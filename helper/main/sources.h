// Which adapter speaks for which kind of account.
#pragma once

#include <filesystem>
#include <optional>

#include "helper/world.h"

namespace goodturn::helper {

/// An OpenSource: CardDAV/CalDAV, a vdir folder, or a feed from a file or an address.
Result<std::unique_ptr<Source>> open_source(const sync::Account& account, const Keys& keys,
                                            const Cancelled& cancelled);

/// What the clock of an account's server says: the Date of an answer (RFC 9110 §6.6.1) to a request that
/// signs nobody in. nullopt for a folder, and where the server does not say. Errors: those of the request.
[[nodiscard]] Result<std::optional<Instant>> time_at(const sync::Account& account);

/// Authorization servers, for the accounts of a home.
[[nodiscard]] std::unique_ptr<Authority> open_authority(const std::filesystem::path& home);

}  // namespace goodturn::helper
