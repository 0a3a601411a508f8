// How a server describes one of its collections.
#pragma once

#include <optional>
#include <span>

#include "adapters/dav/multistatus.h"
#include "core/sync/collection.h"

namespace goodturn::dav {

/// The properties that offered_collection() reads.
[[nodiscard]] std::span<const Name> collection_properties();

/// The address book or calendar that a response element describes; nothing for other resources
/// (principals, scheduling boxes, subscribed feeds). `url` is its absolute URL.
[[nodiscard]] std::optional<sync::Collection> offered_collection(const ResponseElement& element,
                                                                 const std::string& url);

}  // namespace goodturn::dav
