// Many connections, slow ones, a port that is taken, and a system that fails to accept.
#include <dlfcn.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <thread>
#include <vector>

#include "tests/support/in_english.h"
#include "tests/unit/bridge/running_bridge.h"

namespace {

/// Errors that the next calls of accept4 report instead of accepting.
std::atomic<int> accept_faults{0};
std::atomic<int> accept_error{0};
/// Size that accept4 gives to the send buffer of a connection; 0 leaves it to the system.
std::atomic<int> send_buffer{0};

}  // namespace

/// Stands before the C library's, so that the loop meets errors that cannot be caused from outside.
extern "C" int accept4(int socket, sockaddr* address, socklen_t* size, int flags) {
  using Accept = int (*)(int, sockaddr*, socklen_t*, int);
  static const auto real = reinterpret_cast<Accept>(::dlsym(RTLD_NEXT, "accept4"));
  if (accept_faults.load() > 0) {
    --accept_faults;
    errno = accept_error;
    return -1;
  }
  const int accepted = real(socket, address, size, flags);
  if (const int bytes = send_buffer; accepted >= 0 && bytes > 0)
    ::setsockopt(accepted, SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
  return accepted;
}

namespace goodturn::bridge {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using test::RawClient;
using test::RunningBridge;

/// Milliseconds of `count` requests in a row, sorted.
std::vector<double> pings(RunningBridge& running, int count) {
  std::vector<double> times;
  for (int i = 0; i < count; ++i) {
    const auto start = std::chrono::steady_clock::now();
    REQUIRE(running.ask("GET", "/api/v1/status").status == 200);
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  std::sort(times.begin(), times.end());
  return times;
}

void print(const char* what, const std::vector<double>& times) {
  std::printf("%s: p50 %.2f ms, p99 %.2f ms, worst %.2f ms (%zu requests)\n", what, times[times.size() / 2],
              times[times.size() * 99 / 100], times.back(), times.size());
}

std::vector<RawClient> crowd(std::uint16_t port, int count, const std::string& first_bytes) {
  std::vector<RawClient> clients;
  for (int i = 0; i < count; ++i) {
    clients.emplace_back(port);
    if (!first_bytes.empty()) clients.back().send(first_bytes);
  }
  return clients;
}

constexpr double quick =
    2000;  // ms; the printed figures are the measurement, this only catches a blocked loop

}  // namespace

TEST_CASE("a quiet bridge answers in a row") {
  RunningBridge running;
  print("alone", pings(running, 1000));
}

TEST_CASE("60 dripping and 500 idle connections do not slow the others") {
  RunningBridge running;
  std::vector<RawClient> dripping = crowd(running.port(), 60, "GET /api/v1/status HTTP/1.1\r\n");
  const std::vector<RawClient> idle = crowd(running.port(), 500, "");
  std::atomic<bool> done{false};
  std::thread dripper([&] {
    while (!done) {
      for (RawClient& client : dripping) client.send("X");
      std::this_thread::sleep_for(milliseconds(20));
    }
  });
  const auto times = pings(running, 200);
  done = true;
  dripper.join();
  print("60 dripping, 500 idle", times);
  CHECK(times.back() < quick);
}

TEST_CASE("400 dripping connections do not slow the others") {
  RunningBridge running;
  const std::vector<RawClient> dripping = crowd(running.port(), 400, "POST /api/v1/sync HTTP/1.1\r\nX: ");
  const auto times = pings(running, 200);
  print("400 dripping", times);
  CHECK(times.back() < quick);
}

TEST_CASE("1,500 connections push out the oldest, never the newcomer") {
  RunningBridge running;
  const std::vector<RawClient> flood = crowd(running.port(), 1500, "");
  const auto times = pings(running, 100);
  print("1,500 connections", times);
  CHECK(times.back() < quick);
}

TEST_CASE("slow requests end after their time, silent connections without a word") {
  Limits limits;
  limits.head = milliseconds(100);
  limits.body = milliseconds(100);
  RunningBridge running(limits);
  RawClient silent(running.port());
  RawClient slow_head(running.port());
  slow_head.send("GET / HT");
  RawClient slow_body(running.port());
  auto post = test::letter(running.port(), "POST", "/api/v1/sync", running.token, "{}");
  post.headers["Content-Length"] = "3";
  slow_body.send(post.bytes());
  CHECK(silent.read_all().raw.empty());
  CHECK(slow_head.read_all().status == 408);
  CHECK(slow_body.read_all().status == 408);
  CHECK(running.reached == 0);
}

TEST_CASE("more requests than may wait are turned away, not kept") {
  Limits limits;
  limits.workers = 1;
  limits.waiting = 2;
  RunningBridge running;
  Routes routes = running.counting_routes();
  std::atomic<bool> begun{false};
  std::atomic<bool> go{false};
  routes["getWeek"] = [&begun, &go](const Request&) -> Result<Response> {
    begun = true;
    while (!go) std::this_thread::sleep_for(milliseconds(1));
    return Response{};
  };
  const auto bridge = running.start(0, std::move(routes), {}, limits).value();
  std::vector<RawClient> clients;
  const std::string request = test::letter(bridge->port(), "GET", "/api/v1/week", running.token).bytes();
  for (int i = 0; i < 10; ++i) {
    clients.emplace_back(bridge->port());
    clients.back().send(request);
    // The first one occupies the only worker before the others come.
    while (!begun) std::this_thread::sleep_for(milliseconds(1));
  }
  // Nothing is served yet, so whatever is answered now was turned away.
  const auto turned_away = [&clients] {
    return std::count_if(clients.begin(), clients.end(), [](RawClient& client) {
      return client.read_until("HTTP/1.1 429", milliseconds(20));
    });
  };
  const auto until = std::chrono::steady_clock::now() + seconds(20);
  while (turned_away() < 7 && std::chrono::steady_clock::now() < until) continue;
  CHECK(turned_away() == 7);
  go = true;
  CHECK(std::count_if(clients.begin(), clients.end(),
                      [](RawClient& client) { return client.read_all().status == 200; }) == 3);
}

TEST_CASE("a port belongs to one bridge, and the second is told what to do") {
  RunningBridge running;
  const auto second = running.start(running.port(), running.counting_routes());
  REQUIRE_FALSE(second);
  CHECK(second.error().kind == ErrorKind::busy);
  CHECK(goodturn::tests::english(second.error()).find(std::to_string(running.port())) != std::string::npos);
  CHECK(goodturn::tests::english(second.error()).find("stop") != std::string::npos);
  CHECK(running.ask("GET", "/api/v1/status").status == 200);
}

TEST_CASE("a port can be taken again at once after a stop") {
  RunningBridge running;
  const std::uint16_t port = running.port();
  CHECK(running.ask("GET", "/api/v1/status").status == 200);
  running.bridge->stop();
  const auto again = running.start(port, running.counting_routes());
  REQUIRE(again);
  CHECK((*again)->port() == port);
}

TEST_CASE("only the loopback address listens") {
  RunningBridge running;
  char suffix[8];
  std::snprintf(suffix, sizeof suffix, ":%04X", static_cast<unsigned>(running.port()));
  int listening = 0;
  for (const char* table : {"/proc/net/tcp", "/proc/net/tcp6"}) {
    std::ifstream file(table);
    for (std::string line; std::getline(file, line);) {
      const auto local = line.find(": ");
      if (local == std::string::npos || line.find(suffix, local) != local + 10) {
        const bool v6 = local != std::string::npos &&
                        line.find(std::string(suffix) + " 0000", local) != std::string::npos;
        CHECK_FALSE((v6 && line.find(" 0A ") != std::string::npos));
        continue;
      }
      if (line.find(" 0A ") == std::string::npos) continue;
      ++listening;
      CHECK(line.substr(local + 2, 8) == "0100007F");
    }
  }
  CHECK(listening == 1);
}

TEST_CASE("an event stream whose reader is slow but reads outlives the heartbeat") {
  Limits limits;
  limits.heartbeat = milliseconds(400);
  RunningBridge running(limits);
  send_buffer = 4096;  // so that the bytes wait in the bridge and not in the system
  RawClient reader(running.port(), 4096);
  reader.send(test::letter(running.port(), "GET", "/api/v1/events", running.token).bytes());
  REQUIRE(reader.read_until(": open\n\n", seconds(5)));
  send_buffer = 0;
  running.bridge->broadcast("large", "\"" + std::string(240000, 'x') + "\"");
  const auto start = std::chrono::steady_clock::now();
  while (reader.seen().size() < 240000) {
    REQUIRE(reader.sip(4096, seconds(5)));
    std::this_thread::sleep_for(milliseconds(15));
  }
  CHECK(std::chrono::steady_clock::now() - start > 2 * limits.heartbeat);
}

TEST_CASE("errors of accept do not end the listener") {
  RunningBridge running;
  for (const int error : {ECONNABORTED, EMFILE, ENFILE, ENOBUFS, ENOMEM, EPROTO, EPERM, EINTR, EINVAL}) {
    INFO("errno " << error);
    accept_error = error;
    accept_faults = 3;
    RawClient client(running.port());
    REQUIRE(client.connected());
    client.send(test::letter(running.port(), "GET", "/api/v1/status", running.token).bytes());
    CHECK(client.read_all().status == 200);
    CHECK(accept_faults == 0);
  }
}

}  // namespace goodturn::bridge
