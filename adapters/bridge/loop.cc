#include "adapters/bridge/loop.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "adapters/bridge/reply.h"

namespace goodturn::bridge {
namespace {

constexpr Ticket of_listener = 0;
constexpr Ticket of_bell = 1;
constexpr Ticket first_ticket = 2;

constexpr std::chrono::seconds linger{1};               // for the reader to take the last bytes
constexpr std::size_t drain_limit = 1U << 20U;          // bytes thrown away after an answer
constexpr std::size_t stream_backlog = 256U << 10U;     // bytes that a stream may leave unread
constexpr std::chrono::milliseconds accept_pause{100};  // when no descriptor is to be had

bool watch_new(int epoll, int descriptor, Ticket ticket, unsigned events) {
  epoll_event event{};
  event.events = events;
  event.data.u64 = ticket;
  return ::epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) == 0;
}

std::string refusal(int status, const char* detail) {
  return render(problem(Refusal{status, ErrorKind::invalid, detail, false}));
}

}  // namespace

Loop::Loop(Listener listener, Limits limits, Desk& desk)
    : listener_(std::move(listener)), limits_(limits), desk_(desk), next_ticket_(first_ticket) {}

Result<void> Loop::start() {
  epoll_ = Descriptor(::epoll_create1(EPOLL_CLOEXEC));
  bell_ = Descriptor(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
  if (epoll_.get() < 0 || bell_.get() < 0 ||
      !watch_new(epoll_.get(), listener_.socket.get(), of_listener, EPOLLIN) ||
      !watch_new(epoll_.get(), bell_.get(), of_bell, EPOLLIN))
    return fail(ErrorKind::storage, "The system gives no more descriptors.");
  try {
    thread_ = std::thread([this] { run(); });
  } catch (const std::system_error&) {
    return fail(ErrorKind::storage, "The system gives no more threads.");
  }
  return {};
}

void Loop::stop() {
  if (!thread_.joinable()) return;
  post({Letter::Kind::stop, 0, {}});
  thread_.join();
}

void Loop::answer(Ticket ticket, std::string bytes) {
  post({Letter::Kind::answer, ticket, std::move(bytes)});
}
void Loop::open_stream(Ticket ticket) { post({Letter::Kind::stream, ticket, {}}); }
void Loop::broadcast(std::string event) { post({Letter::Kind::broadcast, 0, std::move(event)}); }

void Loop::run() {
  std::array<epoll_event, 128> events{};
  for (;;) {
    const int count = ::epoll_wait(epoll_.get(), events.data(), static_cast<int>(events.size()),
                                   wait_time(std::chrono::steady_clock::now()));
    const SteadyTime now = std::chrono::steady_clock::now();
    for (int i = 0; i < count; ++i) {
      const epoll_event& event = events[static_cast<std::size_t>(i)];
      if (event.data.u64 == of_listener) accept_all(now);
      if (event.data.u64 == of_bell) read_letters();
      if (event.data.u64 >= first_ticket) on_event(event.data.u64, event.events, now);
    }
    expire_all(now);
    if (stopping_ && (connections_.empty() || now >= stop_by_)) break;
  }
  connections_.clear();
}

void Loop::post(Letter letter) {
  {
    const std::lock_guard guard(mutex_);
    letters_.push_back(std::move(letter));
  }
  const std::uint64_t one = 1;
  // The counter cannot overflow in practice, and a full one rings all the same.
  [[maybe_unused]] const ssize_t written = ::write(bell_.get(), &one, sizeof one);
}

void Loop::read_letters() {
  std::uint64_t rings = 0;
  [[maybe_unused]] const ssize_t count = ::read(bell_.get(), &rings, sizeof rings);
  std::vector<Letter> letters;
  {
    const std::lock_guard guard(mutex_);
    letters.swap(letters_);
  }
  for (Letter& letter : letters) deliver(std::move(letter));
}

void Loop::deliver(Letter letter) {
  if (letter.kind == Letter::Kind::stop) return begin_stop();
  if (letter.kind == Letter::Kind::broadcast) {
    std::vector<Ticket> streams;
    for (const auto& [ticket, connection] : connections_)
      if (connection.stage == Stage::streaming) streams.push_back(ticket);
    for (const Ticket ticket : streams) send_event(connections_.at(ticket), letter.bytes);
    return;
  }
  const auto found = connections_.find(letter.ticket);
  if (found == connections_.end() || found->second.stage != Stage::working) return;
  if (letter.kind == Letter::Kind::answer) finish(found->second, std::move(letter.bytes));
  if (letter.kind == Letter::Kind::stream) begin_stream(found->second);
}

void Loop::begin_stop() {
  listener_.socket.reset();
  accepting_ = false;
  stopping_ = true;
  stop_by_ = std::chrono::steady_clock::now() + linger;
  std::vector<Ticket> idle;
  for (const auto& [ticket, connection] : connections_)
    if (connection.stage != Stage::writing && connection.stage != Stage::draining) idle.push_back(ticket);
  for (const Ticket ticket : idle) close(ticket);
}

void Loop::accept_all(SteadyTime now) {
  // A bounded number per turn, so that a flood of connections does not starve those that are here.
  for (int i = 0; i < 64 && accepting_; ++i) {
    sockaddr_in peer{};
    socklen_t size = sizeof peer;
    const int number = ::accept4(listener_.socket.get(), reinterpret_cast<sockaddr*>(&peer), &size,
                                 SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (number >= 0) {
      admit_socket(Descriptor(number), ntohs(peer.sin_port), now);
    } else if (errno == EAGAIN) {
      return;
    } else if (errno == EMFILE || errno == ENFILE) {
      if (!evict_oldest()) return pause_accepting(now);
    } else if (errno != EINTR && errno != ECONNABORTED) {
      // Whatever it is, it passes or it does not; the listener stays and is asked again.
      return pause_accepting(now);
    }
  }
}

void Loop::admit_socket(Descriptor socket, std::uint16_t peer_port, SteadyTime now) {
  if (connections_.size() >= limits_.connections && !evict_oldest()) return;
  const int yes = 1;
  ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  Connection connection;
  connection.ticket = next_ticket_++;
  connection.peer_port = peer_port;
  connection.since = now;
  connection.deadline = now + limits_.head;
  if (!watch_new(epoll_.get(), socket.get(), connection.ticket, EPOLLIN)) return;
  connection.socket = std::move(socket);
  connections_.emplace(connection.ticket, std::move(connection));
}

/// Closes the connection that has been making its request for the longest time.
bool Loop::evict_oldest() {
  const Connection* oldest = nullptr;
  for (const auto& [ticket, connection] : connections_) {
    const bool idle = connection.unfinished() || connection.stage == Stage::draining;
    if (idle && (!oldest || connection.since < oldest->since)) oldest = &connection;
  }
  if (!oldest) return false;
  close(oldest->ticket);
  return true;
}

void Loop::pause_accepting(SteadyTime now) {
  accepting_ = false;
  accept_again_ = now + accept_pause;
  ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, listener_.socket.get(), nullptr);
}

void Loop::on_event(Ticket ticket, unsigned events, SteadyTime now) {
  const auto found = connections_.find(ticket);
  if (found == connections_.end()) return;
  Connection& connection = found->second;
  bool alive = true;
  if ((events & EPOLLIN) != 0) alive = on_readable(connection, now);
  if (alive && (events & EPOLLOUT) != 0) alive = on_writable(connection, now);
  if (alive && (events & (EPOLLHUP | EPOLLERR)) != 0 && (events & EPOLLIN) == 0) alive = false;
  if (!alive) close(ticket);
}

/// False when the connection is over.
bool Loop::on_readable(Connection& connection, SteadyTime now) {
  std::string& in = connection.in;
  std::size_t most = 65536;
  if (connection.stage == Stage::head) most = head_limit + 1 - in.size();
  if (connection.stage == Stage::body) most = connection.request.length - in.size();
  const Moved moved = receive(connection.socket.get(), in, most);
  if (moved == Moved::closed) return false;
  if (moved == Moved::nothing) return true;
  if (connection.stage == Stage::head)
    read_head(connection, now);
  else if (connection.stage == Stage::body)
    read_body(connection);
  else {
    // After its one request a client has nothing to say; what it says all the same is thrown away.
    connection.drained += in.size();
    in.clear();
    return connection.drained <= drain_limit;
  }
  return true;
}

void Loop::read_head(Connection& connection, SteadyTime now) {
  const auto end = connection.in.find("\r\n\r\n");
  if (end == std::string::npos) {
    if (connection.in.size() > head_limit) finish(connection, refusal(431, "The request head is too large."));
    return;
  }
  auto admitted = desk_.admit(std::string_view(connection.in).substr(0, end + 4), connection.peer_port);
  if (!admitted) return finish(connection, std::move(admitted.error()));
  connection.request = std::move(*admitted);
  connection.in.erase(0, end + 4);
  // One request per connection: what follows the body is nobody's request.
  connection.in.resize(std::min(connection.in.size(), connection.request.length));
  connection.stage = Stage::body;
  connection.deadline = now + limits_.body;
  read_body(connection);
}

void Loop::read_body(Connection& connection) {
  if (connection.in.size() < connection.request.length) return;
  connection.request.body = std::exchange(connection.in, {});
  connection.stage = Stage::working;
  connection.deadline = SteadyTime::max();
  watch(connection, 0);
  desk_.take(connection.ticket, std::move(connection.request));
}

/// False when the connection is over.
bool Loop::on_writable(Connection& connection, SteadyTime now) {
  const Moved moved = connection.flush();
  if (moved == Moved::closed) return false;
  if (connection.stage == Stage::streaming) {
    // A busy stream needs no heartbeat, and a slow reader that moves is not a dead one.
    if (moved == Moved::some) connection.deadline = now + limits_.heartbeat;
    if (connection.all_sent()) {
      connection.out.clear();
      connection.sent = 0;
      watch(connection, EPOLLIN);
    }
    return true;
  }
  connection.deadline = now + limits_.answer;
  if (!connection.all_sent()) return true;
  // Closing with unread bytes would reset the connection and take the answer from the reader.
  ::shutdown(connection.socket.get(), SHUT_WR);
  connection.out.clear();
  connection.stage = Stage::draining;
  connection.deadline = now + linger;
  watch(connection, EPOLLIN);
  return true;
}

void Loop::finish(Connection& connection, std::string bytes) {
  connection.in = {};
  connection.out = std::move(bytes);
  connection.sent = 0;
  connection.stage = Stage::writing;
  connection.deadline = std::chrono::steady_clock::now() + limits_.answer;
  watch(connection, EPOLLOUT);
}

void Loop::begin_stream(Connection& connection) {
  if (streams_ >= limits_.streams)
    return finish(connection, render(problem(Error{ErrorKind::too_many,
                                                   "Too many pages follow the events; close one.",
                                                   {},
                                                   0,
                                                   std::chrono::seconds(60)})));
  ++streams_;
  connection.stage = Stage::streaming;
  connection.deadline = std::chrono::steady_clock::now() + limits_.heartbeat;
  send_event(connection, render_stream_head());
}

void Loop::send_event(Connection& connection, const std::string& event) {
  if (connection.out.size() - connection.sent + event.size() > stream_backlog)
    return close(connection.ticket);
  connection.out.erase(0, connection.sent);
  connection.sent = 0;
  connection.out += event;
  watch(connection, EPOLLIN | EPOLLOUT);
}

/// False when the connection is over.
bool Loop::expire(Connection& connection, SteadyTime now) {
  if (connection.stage == Stage::streaming && connection.all_sent()) {
    connection.deadline = now + limits_.heartbeat;
    send_event(connection, ":\n\n");
    return true;
  }
  if (!connection.unfinished() || (connection.in.empty() && connection.stage == Stage::head)) return false;
  finish(connection, refusal(408, "The request took too long."));
  return true;
}

void Loop::expire_all(SteadyTime now) {
  if (!accepting_ && !stopping_ && now >= accept_again_)
    accepting_ = watch_new(epoll_.get(), listener_.socket.get(), of_listener, EPOLLIN);
  std::vector<Ticket> due;
  for (const auto& [ticket, connection] : connections_)
    if (connection.deadline <= now) due.push_back(ticket);
  for (const Ticket ticket : due)
    if (!expire(connections_.at(ticket), now)) close(ticket);
}

/// Milliseconds until something is due, rounded up; -1 when nothing is.
int Loop::wait_time(SteadyTime now) const {
  SteadyTime next = SteadyTime::max();
  for (const auto& [ticket, connection] : connections_) next = std::min(next, connection.deadline);
  if (stopping_)
    next = std::min(next, stop_by_);
  else if (!accepting_)
    next = std::min(next, accept_again_);
  if (next == SteadyTime::max()) return -1;
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(next - now).count() + 1;
  return static_cast<int>(std::max<decltype(left)>(left, 0));
}

void Loop::watch(const Connection& connection, unsigned events) {
  epoll_event event{};
  event.events = events;
  event.data.u64 = connection.ticket;
  ::epoll_ctl(epoll_.get(), EPOLL_CTL_MOD, connection.socket.get(), &event);
}

void Loop::close(Ticket ticket) {
  const auto found = connections_.find(ticket);
  if (found == connections_.end()) return;
  if (found->second.stage == Stage::streaming) --streams_;
  connections_.erase(found);
}

}  // namespace goodturn::bridge
