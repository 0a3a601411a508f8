// The admission loop: the only part of the program that touches the bridge's sockets. One thread, epoll,
// nothing blocks; a request leaves it complete or not at all (docs/decisions/0004).
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include <tl/expected.hpp>

#include "adapters/bridge/bridge.h"
#include "adapters/bridge/connection.h"

namespace goodturn::bridge {

/// Who decides about requests. Called on the loop's thread; must not block.
class Desk {
 public:
  virtual ~Desk() = default;
  /// Judges a head. Either what to serve, with `length` body bytes still to come, or the bytes of a refusal.
  virtual tl::expected<Admitted, std::string> admit(std::string_view raw_head, std::uint16_t peer_port) = 0;
  /// Judges a complete request and sees to its answer: Loop::answer or Loop::open_stream with this ticket.
  virtual void take(Ticket ticket, Admitted request) = 0;
};

class Loop {
 public:
  Loop(Listener listener, Limits limits, Desk& desk);
  ~Loop() { stop(); }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  /// Errors: storage (no epoll or no thread).
  [[nodiscard]] Result<void> start();
  /// Ends the streams, lets answers that are being written go out for at most a second. Idempotent.
  void stop();

  /// These three may be called from any thread; a ticket whose connection is gone is ignored.
  void answer(Ticket ticket, std::string bytes);
  void open_stream(Ticket ticket);
  void broadcast(std::string event);

 private:
  struct Letter {
    enum class Kind { answer, stream, broadcast, stop } kind;
    Ticket ticket;
    std::string bytes;
  };

  void run();
  void post(Letter letter);
  void read_letters();
  void deliver(Letter letter);
  void begin_stop();

  void accept_all(SteadyTime now);
  void admit_socket(Descriptor socket, std::uint16_t peer_port, SteadyTime now);
  [[nodiscard]] bool evict_oldest();
  void pause_accepting(SteadyTime now);

  void on_event(Ticket ticket, unsigned events, SteadyTime now);
  [[nodiscard]] bool on_readable(Connection& connection, SteadyTime now);
  void read_head(Connection& connection, SteadyTime now);
  void read_body(Connection& connection);
  [[nodiscard]] bool on_writable(Connection& connection, SteadyTime now);

  void finish(Connection& connection, std::string bytes);
  void begin_stream(Connection& connection);
  void send_event(Connection& connection, const std::string& event);
  [[nodiscard]] bool expire(Connection& connection, SteadyTime now);
  void expire_all(SteadyTime now);
  [[nodiscard]] int wait_time(SteadyTime now) const;

  void watch(const Connection& connection, unsigned events);
  void close(Ticket ticket);

  Listener listener_;
  Limits limits_;
  Desk& desk_;
  Descriptor epoll_;
  Descriptor bell_;
  std::unordered_map<Ticket, Connection> connections_;
  Ticket next_ticket_;
  std::size_t streams_ = 0;
  bool accepting_ = true;
  SteadyTime accept_again_{};
  bool stopping_ = false;
  SteadyTime stop_by_{};

  std::mutex mutex_;
  std::vector<Letter> letters_;
  std::thread thread_;
};

}  // namespace goodturn::bridge
