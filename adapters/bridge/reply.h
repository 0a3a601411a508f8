// Complete answers, and the headers that every one of them carries.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/bridge/gate.h"
#include "core/base/error.h"

namespace goodturn::bridge {

/// One answer before it becomes bytes.
struct Reply {
  int status = 200;
  std::string content_type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

/// Headers of every answer (security.md 1.5). There is never a CORS header among them.
[[nodiscard]] std::span<const std::pair<std::string_view, std::string_view>> common_headers() noexcept;

/// A problem document (RFC 9457) for an error; http_status 405 and the like win over the kind's own status.
[[nodiscard]] Reply problem(const Error& error);
/// The same for a request that the gate refused. 401 carries WWW-Authenticate: it always means *our* token.
[[nodiscard]] Reply problem(const Refusal& refusal);
/// What is said when an operation threw: nothing of the exception.
[[nodiscard]] Reply fault();

/// The answer as bytes of HTTP/1.1, closing the connection. `bare` leaves the body out (HEAD).
[[nodiscard]] std::string render(const Reply& reply, bool bare = false);
/// The head of an endless text/event-stream.
[[nodiscard]] std::string render_stream_head();
/// One server-sent event. Line breaks in `data` become several data lines; those in `event` are dropped.
[[nodiscard]] std::string render_event(std::string_view event, std::string_view data);

}  // namespace goodturn::bridge
