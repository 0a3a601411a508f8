#include "tests/support/loopback_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "tests/support/loopback_socket.h"

using namespace std::chrono_literals;

namespace goodturn::tests {
namespace {

/// Whether this thread answers for a server.
thread_local bool answers = false;

constexpr int look_every = 50;  ///< milliseconds between looks at whether to stop

/// One accepted socket, closed at the end.
class Line {
 public:
  explicit Line(int socket) : socket_(socket) {
    // Without it an answer of two packets waits 40 ms for the first one's acknowledgement.
    const int on = 1;
    (void)setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  ~Line() { close(socket_); }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  /// One request; false once the client is gone or `stopping` is set.
  bool read(Asked& asked, const std::atomic<bool>& stopping) {
    std::size_t end = std::string::npos;
    while ((end = bytes_.find("\r\n\r\n")) == std::string::npos)
      if (!read_more(stopping)) return false;
    asked.head = bytes_.substr(0, end + 2);
    const auto space = asked.head.find(' ');
    asked.method = asked.head.substr(0, space);
    asked.target = asked.head.substr(space + 1, asked.head.find(' ', space + 1) - space - 1);
    const std::string length = asked.header("content-length");
    const std::size_t wanted = end + 4 + (length.empty() ? 0 : std::stoul(length));
    while (bytes_.size() < wanted)
      if (!read_more(stopping)) return false;
    asked.body = bytes_.substr(end + 4, wanted - end - 4);
    bytes_.erase(0, wanted);
    return true;
  }

  /// True while the connection stays open.
  bool write(const Reply& reply) {
    if (reply.end == Reply::End::none) return false;
    const std::string text = "HTTP/1.1 " + std::to_string(reply.status) + " Answered\r\n" + reply.headers +
                             "Content-Length: " + std::to_string(reply.body.size()) + "\r\n\r\n";
    if (reply.end == Reply::End::whole) return send_all(text + reply.body);
    (void)send_all(text + reply.body.substr(0, reply.body.size() / 2));
    return false;
  }

 private:
  bool read_more(const std::atomic<bool>& stopping) {
    pollfd waiting{socket_, POLLIN, 0};
    while (poll(&waiting, 1, look_every) == 0)
      if (stopping) return false;
    char buffer[16384];
    const auto count = recv(socket_, buffer, sizeof buffer, 0);
    if (count <= 0) return false;
    bytes_.append(buffer, static_cast<std::size_t>(count));
    return true;
  }

  bool send_all(std::string_view text) {
    while (!text.empty()) {
      const auto count = send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  int socket_;
  std::string bytes_;
};

}  // namespace

struct LoopbackServer::Listener {
  struct Visit {
    std::atomic<bool> over{false};
    std::thread thread;
  };
  int socket = -1;
  int port = 0;
  Respond respond;
  std::mutex turn;
  std::mutex hall;
  std::condition_variable leaving;
  int inside = 0;  ///< connections that were taken and not closed yet; under `hall`
  std::atomic<bool> stopping{false};
  std::list<Visit> visits;
  std::thread acceptor;

  void accept_until_stopped() {
    while (!stopping) {
      pollfd waiting{socket, POLLIN, 0};
      if (poll(&waiting, 1, look_every) <= 0) continue;
      const int client = let_in();
      if (client < 0) continue;
      end_visits(false);
      Visit& visit = visits.emplace_back();
      visit.thread = std::thread([this, client, &visit] {
        serve(client);
        let_out();
        visit.over = true;
      });
    }
  }

  int let_in() {
    const std::lock_guard guard(hall);
    const int client = accept4(socket, nullptr, nullptr, SOCK_CLOEXEC);
    if (client >= 0) ++inside;
    return client;
  }

  void let_out() {
    const std::lock_guard guard(hall);
    --inside;
    leaving.notify_all();
  }

  /// Whether nobody is inside or waits to be let in; under `hall`.
  [[nodiscard]] bool is_empty() const {
    pollfd waiting{socket, POLLIN, 0};
    return inside == 0 && poll(&waiting, 1, 0) <= 0;
  }

  void serve(int client) {
    answers = true;
    Line line(client);
    for (bool open = true; open && !stopping;) {
      Asked asked;
      if (!line.read(asked, stopping)) return;
      const std::lock_guard guard(turn);
      open = line.write(respond(asked));
    }
  }

  void end_visits(bool all) {
    for (auto visit = visits.begin(); visit != visits.end();) {
      if (!all && !visit->over) {
        ++visit;
        continue;
      }
      visit->thread.join();
      visit = visits.erase(visit);
    }
  }
};

LoopbackServer::LoopbackServer(Respond respond) : listener_(std::make_unique<Listener>()) {
  listener_->respond = std::move(respond);
  const LoopbackSocket listening = listen_on_loopback();
  listener_->socket = listening.socket;
  listener_->port = listening.port;
  listener_->acceptor = std::thread([this] { listener_->accept_until_stopped(); });
}

void LoopbackServer::wait_until_left() const {
  if (answers) return;
  std::unique_lock guard(listener_->hall);
  for (const auto end = std::chrono::steady_clock::now() + 30s; !listener_->is_empty();) {
    if (std::chrono::steady_clock::now() > end) throw std::runtime_error("a connection stays open");
    // Somebody who still waits at the door tells nobody.
    listener_->leaving.wait_for(guard, 1ms);
  }
}

LoopbackServer::~LoopbackServer() {
  listener_->stopping = true;
  listener_->acceptor.join();
  listener_->end_visits(true);
  close(listener_->socket);
}

std::string LoopbackServer::origin() const { return "http://127.0.0.1:" + std::to_string(listener_->port); }

}  // namespace goodturn::tests
