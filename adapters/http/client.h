// HTTP requests to one origin: sign-in, several in flight, redirects inside the origin, repetitions.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "adapters/http/message.h"
#include "adapters/http/settings.h"
#include "core/base/result.h"
#include "core/ports.h"

namespace goodturn::http {

/// What a client did, for reports and benches.
struct Traffic {
  int requests = 0;
  std::int64_t bytes_up = 0;    ///< request bodies
  std::int64_t bytes_down = 0;  ///< answer bodies as received, before unpacking
};

/// Credentials belong to the origin and never leave it: a request to another origin is refused, a
/// redirect to another origin is handed back as the 3xx answer it is. Used by one thread at a time;
/// a sink or callback must not call the same client.
class Client {
 public:
  /// `origin`: only scheme, host and port count.
  Client(const Url& origin, Credentials credentials, Settings settings, Cancelled cancelled);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  /// Sends one request. Every answer of the server is a Response, whatever its status; passing
  /// failures (no connection, 429, 502–504) are repeated first, except for writes that may have
  /// arrived (no connection, 502, 504) and for answers whose sink got bytes already. Errors: network,
  /// timeout, suspicious (certificate), protocol (too large), cancelled, invalid (origin or plain http), or
  /// the sink's.
  Result<Response> send(Request request);

  /// Called once per request, in any order. An error stops all others and is the result.
  using OnResponse = std::function<Result<void>(std::size_t index, Result<Response>)>;
  /// Sends many, at most `in_flight` at the same time.
  Result<void> send_all(std::vector<Request> requests, std::size_t in_flight, const OnResponse& on_response);

  [[nodiscard]] const Url& origin() const;
  [[nodiscard]] const Settings& settings() const;
  [[nodiscard]] Traffic traffic() const;

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
};

}  // namespace goodturn::http
