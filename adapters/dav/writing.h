// Conditional writes of one resource.
#pragma once

#include "adapters/dav/place.h"
#include "core/sync/item.h"

namespace goodturn::dav {

/// The status of a write: that inside a multistatus body where there is one (xandikos' PUT, radicale's
/// DELETE), else the answer's own.
[[nodiscard]] int write_status(const http::Response& response);

/// RemoteCollection::create. A PUT answered 404 means "refused" (SOGo), never that the collection is gone;
/// the status inside a 207 is the result (xandikos).
Result<sync::Written> create_item(const Place& place, const Href& href, std::string_view text);

/// RemoteCollection::update. A weak ETag, or none, cannot go into If-Match: the resource is read and
/// compared right before the write, which then asks that it still exists.
Result<sync::Written> update_item(const Place& place, const Href& href, const Etag& etag,
                                  std::string_view text);

/// RemoteCollection::remove. Refuses the collection itself.
Result<void> remove_item(const Place& place, const Href& href, const Etag& etag);

}  // namespace goodturn::dav
