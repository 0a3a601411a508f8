// cpp-httplib's server without its sockets: it reads one admitted request from memory and writes the answer.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "adapters/bridge/gate.h"
#include "adapters/bridge/head.h"
#include "adapters/bridge/reply.h"

namespace goodturn::bridge {

/// A request that passed the gate, with its whole body.
struct Admitted {
  Head head;
  Access access = Access::app;
  std::string client;  ///< name; empty when no token was needed
  std::size_t length = 0;
  std::string body;
};

/// Not thread-safe: every worker has its own.
class Engine {
 public:
  using Answer = std::function<Reply(const Admitted& request)>;
  /// `answer` may throw; that becomes fault().
  explicit Engine(Answer answer);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// The complete answer as bytes. Never throws but for lack of memory.
  [[nodiscard]] std::string serve(Admitted request);

 private:
  class Server;
  std::unique_ptr<Server> server_;
};

}  // namespace goodturn::bridge
