// An HTTP server on loopback that keeps its connections open and answers through one function.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "tests/support/scripted_server.h"

namespace goodturn::tests {

/// What goes back to the client.
struct Reply {
  enum class End {
    whole,  ///< the whole answer; the connection stays open
    half,   ///< half of the body, then the connection is closed
    none    ///< the connection is closed without a byte
  };
  int status = 200;
  std::string headers;  ///< each line ending in CRLF, without Content-Length
  std::string body;
  End end = End::whole;
};

class LoopbackServer {
 public:
  /// `respond` is called for one request at a time, in a thread of the server.
  using Respond = std::function<Reply(const Asked&)>;
  explicit LoopbackServer(Respond respond);
  /// Closes every connection and waits until no request is being answered.
  ~LoopbackServer();
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  /// Waits until every connection is closed by the other end and what it still asked is answered; not in a
  /// thread that answers itself. Throws std::runtime_error after half a minute.
  void wait_until_left() const;

  /// "http://127.0.0.1:PORT"
  [[nodiscard]] std::string origin() const;

 private:
  struct Listener;
  std::unique_ptr<Listener> listener_;
};

}  // namespace goodturn::tests
