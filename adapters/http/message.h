// One HTTP request and its answer.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/http/url.h"
#include "core/base/result.h"

namespace goodturn::http {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// Takes the decoded body of a 2xx answer piece by piece. An error stops the transfer and is its result.
using Sink = std::function<Result<void>(std::string_view)>;

struct Request {
  std::string method = "GET";
  Url url;
  Headers headers;              ///< one with an empty value is not sent, even where curl would by itself
  std::string body;             ///< sent with Content-Length, never chunked
  Sink sink;                    ///< empty: the body is collected in Response::body
  std::size_t max_body = 0;     ///< decoded bytes of the answer; 0: Limits::answer
  bool own_connection = false;  ///< a new one: on a kept one that breaks, a write could not be sent again
  bool compressed = true;       ///< false where a changed ETag would hurt (some servers append "-gzip")
};

/// True for methods that change something on the server.
[[nodiscard]] bool is_write(const Request& request);

struct Response {
  int status = 0;
  Url url;          ///< where the answer came from, after redirects inside the origin
  Headers headers;  ///< names in lower case, values trimmed
  std::string body;
  std::optional<std::chrono::seconds> retry_after;
  bool lacks_certificate = false;  ///< the server had asked for one of the user's own, and none was given

  /// The first header of that name (lower case), or nothing.
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
  [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
};

}  // namespace goodturn::http
