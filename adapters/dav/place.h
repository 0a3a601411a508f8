// What the parts of a collection share: where it is, what it holds, how to reach it.
#pragma once

#include <memory>
#include <string>
#include <unordered_set>

#include "adapters/dav/bodies.h"
#include "adapters/dav/etag.h"
#include "adapters/dav/exchange.h"
#include "adapters/http/client.h"

namespace goodturn::dav {

/// True on SOGo (5.8, measured), which ignores If-Match on DELETE and If-None-Match on PUT, gives the same
/// ETag to everything that was never changed, and closes connections without saying so.
[[nodiscard]] bool is_sogo(const http::Url& url);

struct Place {
  std::shared_ptr<http::Client> client;
  http::Url url;  ///< path in normal spelling, with trailing slash
  Kind kind = Kind::cards;

  /// The URL of a member; error kind invalid where the name is not below this collection. The
  /// collection itself is refused: a DELETE there would remove everything.
  [[nodiscard]] Result<http::Url> member(const Href& href) const;
};

}  // namespace goodturn::dav
