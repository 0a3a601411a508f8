// New calendars on a server.
#pragma once

#include <string_view>

#include "adapters/http/client.h"
#include "core/sync/collection.h"

namespace goodturn::dav {

/// Source::create_collection below `home` (path with trailing slash): MKCALENDAR (RFC 4791 §5.3.1), where
/// that is unknown extended MKCOL (RFC 5689), then what the server made is read back. A calendar that does
/// not hold the wanted components is removed again, since it was made a moment ago and is empty.
Result<sync::Collection> create_calendar(http::Client& client, const http::Url& home, std::string_view name,
                                         const sync::Components& holds);

}  // namespace goodturn::dav
