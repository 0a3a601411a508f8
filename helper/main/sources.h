// Which adapter speaks for which kind of account.
#pragma once

#include "helper/world.h"

namespace goodturn::helper {

/// An OpenSource: CardDAV/CalDAV, a vdir folder, or a feed from a file or an address.
Result<std::unique_ptr<Source>> open_source(const sync::Account& account, const std::string& password,
                                            const Cancelled& cancelled);

}  // namespace goodturn::helper
