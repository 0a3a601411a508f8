// Which adapter speaks for which kind of account.
#pragma once

#include <filesystem>

#include "helper/world.h"

namespace goodturn::helper {

/// An OpenSource: CardDAV/CalDAV, a vdir folder, or a feed from a file or an address.
Result<std::unique_ptr<Source>> open_source(const sync::Account& account, const Keys& keys,
                                            const Cancelled& cancelled);

/// Authorization servers, for the accounts of a home.
[[nodiscard]] std::unique_ptr<Authority> open_authority(const std::filesystem::path& home);

}  // namespace goodturn::helper
