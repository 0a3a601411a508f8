// A listening socket on 127.0.0.1 and a free port, for the servers of the tests.
#pragma once

namespace goodturn::tests {

struct LoopbackSocket {
  int socket = -1;  ///< for whoever asked to close
  int port = 0;
};

/// Listens on a port that the system chooses. Throws std::runtime_error when that fails.
[[nodiscard]] LoopbackSocket listen_on_loopback();

}  // namespace goodturn::tests
