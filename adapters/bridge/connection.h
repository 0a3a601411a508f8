// One connection of the admission loop: what has come in, what must go out, and until when.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "adapters/bridge/engine.h"
#include "adapters/bridge/socket.h"
#include "adapters/bridge/workers.h"

namespace goodturn::bridge {

using SteadyTime = std::chrono::steady_clock::time_point;

/// The life of a connection, in order; a stream goes from `working` to `streaming`.
enum class Stage { head, body, working, writing, draining, streaming };

struct Connection {
  Ticket ticket = 0;
  Descriptor socket;
  std::uint16_t peer_port = 0;
  Stage stage = Stage::head;
  SteadyTime since;      ///< when it was accepted
  SteadyTime deadline;   ///< when expire() is due
  std::string in;        ///< bytes received and not yet used
  Admitted request;      ///< from stage body on
  std::string out;       ///< bytes to send
  std::size_t sent = 0;  ///< of `out`
  std::size_t drained = 0;

  [[nodiscard]] bool unfinished() const noexcept { return stage == Stage::head || stage == Stage::body; }
  [[nodiscard]] bool all_sent() const noexcept { return sent == out.size(); }
  /// Sends what the socket takes now.
  [[nodiscard]] Moved flush() {
    std::string_view rest = std::string_view(out).substr(sent);
    if (rest.empty()) return Moved::nothing;
    const Moved moved = send_some(socket.get(), rest);
    sent = out.size() - rest.size();
    return moved;
  }
};

}  // namespace goodturn::bridge
