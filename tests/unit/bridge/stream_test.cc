// Server-sent events: delivery, order, end, and what becomes of readers that do not read.
#include <catch2/catch.hpp>
#include <optional>
#include <thread>

#include "tests/unit/bridge/running_bridge.h"

namespace goodturn::bridge {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using test::RawClient;
using test::RunningBridge;

/// A subscriber whose stream is open.
RawClient subscribe(const RunningBridge& running) {
  RawClient client(running.port());
  client.send(test::letter(running.port(), "GET", "/api/v1/events", running.token).bytes());
  REQUIRE(client.read_until(": open\n\n", seconds(5)));
  return client;
}

}  // namespace

TEST_CASE("events reach every subscriber, in order, one data line per line") {
  RunningBridge running;
  RawClient one = subscribe(running);
  RawClient two = subscribe(running);
  CHECK(one.seen().starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(one.seen().find("Content-Type: text/event-stream\r\n") != std::string::npos);
  CHECK(one.seen().find("Content-Security-Policy: default-src 'none'") != std::string::npos);
  running.bridge->broadcast("sync", R"({"phase":"started"})");
  running.bridge->broadcast("sy\nnc", "{\n\"phase\":\"finished\"}");
  for (RawClient* client : {&one, &two})
    CHECK(
        client->read_until("event: sync\ndata: {\"phase\":\"started\"}\n\n"
                           "event: sync\ndata: {\ndata: \"phase\":\"finished\"}\n\n",
                           seconds(5)));
}

TEST_CASE("a stream needs a token") {
  RunningBridge running;
  CHECK(test::say(running.port(), test::letter(running.port(), "GET", "/api/v1/events", "").bytes()).status ==
        401);
}

TEST_CASE("a stream that its reader leaves makes room for another") {
  Limits limits;
  limits.streams = 2;
  RunningBridge running(limits);
  std::optional<RawClient> first(subscribe(running));
  RawClient second = subscribe(running);
  CHECK(running.ask("GET", "/api/v1/events").status == 429);
  first.reset();
  // The loop notices the end in its own time.
  bool open = false;
  for (int i = 0; i < 100 && !open; ++i) {
    RawClient third(running.port());
    third.send(test::letter(running.port(), "GET", "/api/v1/events", running.token).bytes());
    open = third.read_until(": open\n\n", milliseconds(50));
  }
  CHECK(open);
}

TEST_CASE("a silent stream beats, and lives on") {
  Limits limits;
  limits.heartbeat = milliseconds(50);
  RunningBridge running(limits);
  RawClient client = subscribe(running);
  CHECK(client.read_until(":\n\n:\n\n:\n\n", seconds(5)));
  running.bridge->broadcast("sync", "{}");
  CHECK(client.read_until("event: sync\n", seconds(5)));
}

TEST_CASE("a reader that does not read is dropped, the others get everything") {
  RunningBridge running;
  RawClient sleeper = subscribe(running);
  RawClient reader = subscribe(running);
  const std::string payload = "\"" + std::string(60000, 'x') + "\"";
  for (int i = 0; i < 400; ++i) {
    running.bridge->broadcast("n" + std::to_string(i), payload);
    REQUIRE(reader.read_until("event: n" + std::to_string(i) + "\n", seconds(5)));
    reader.forget();
  }
  CHECK(sleeper.closed_within(seconds(10)));
  CHECK(sleeper.seen().find("event: n399\n") == std::string::npos);
}

TEST_CASE("stop ends streams and waiting readers at once") {
  RunningBridge running;
  RawClient stream = subscribe(running);
  RawClient idle(running.port());
  const std::uint16_t port = running.port();
  const auto start = std::chrono::steady_clock::now();
  running.bridge->stop();
  running.bridge->stop();
  running.bridge->broadcast("sync", "{}");
  CHECK(std::chrono::steady_clock::now() - start < seconds(2));
  CHECK(stream.closed_within(seconds(1)));
  CHECK(idle.closed_within(seconds(1)));
  CHECK_FALSE(RawClient(port).connected());
}

TEST_CASE("stop lets a running operation finish and its answer go out") {
  RunningBridge running;
  Routes routes = running.counting_routes();
  std::atomic<bool> begun{false};
  routes["getWeek"] = [&begun](const Request&) -> Result<Response> {
    begun = true;
    std::this_thread::sleep_for(milliseconds(200));
    return Response{200, {{"late", true}}, {}, {}, {}};
  };
  const auto bridge = running.start(0, std::move(routes)).value();
  RawClient client(bridge->port());
  client.send(test::letter(bridge->port(), "GET", "/api/v1/week", running.token).bytes());
  while (!begun) std::this_thread::sleep_for(milliseconds(1));
  bridge->stop();
  CHECK(client.read_all().body == R"({"late":true})");
}

}  // namespace goodturn::bridge
