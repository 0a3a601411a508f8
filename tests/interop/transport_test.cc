// What happens on the wire when servers, networks and certificates misbehave.
#include <atomic>
#include <catch2/catch.hpp>

#include <chrono>
#include <mutex>
#include <set>

#include "adapters/http/status.h"
#include "core/sign_in/missing_certificate.h"
#include "tests/interop/account.h"
#include "tests/support/in_english.h"
#include "tests/support/loopback_server.h"
#include "tests/support/scripted_server.h"

using namespace goodturn;
using namespace goodturn::tests;
using namespace std::chrono_literals;

namespace {

Result<http::Response> get(const std::string& url, http::Settings settings = quick_settings(),
                           Cancelled cancelled = {}) {
  http::Client client(*http::parse_url(url), {"alice", "secret"}, std::move(settings), std::move(cancelled));
  http::Request request;
  request.url = *http::parse_url(url);
  return client.send(std::move(request));
}

Script always(const std::string& bytes) {
  return [bytes](const Asked&, const Writer& write) { write(bytes); };
}

bool says(const Error& error, const std::string& words) {
  return english(error).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("an unknown host, a closed port and a silent server each get their own words") {
  http::Settings settings = quick_settings();
  settings.retries.count = 0;
  const auto unknown = get("https://no-such-host.invalid/", settings);
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().kind == ErrorKind::network);
  CHECK(says(unknown.error(), "no-such-host.invalid"));

  const auto closed = get("http://127.0.0.1:" + std::to_string(free_port()) + "/", settings);
  REQUIRE_FALSE(closed.has_value());
  CHECK(closed.error().kind == ErrorKind::network);
  CHECK(says(closed.error(), "does not accept connections"));

  settings.times.stall = 1s;
  ScriptedServer silent([](const Asked&, const Writer&) { std::this_thread::sleep_for(4s); });
  const auto timeout = get(silent.origin() + "/", settings);
  REQUIRE_FALSE(timeout.has_value());
  CHECK(timeout.error().kind == ErrorKind::timeout);
}

TEST_CASE(
    "nametag 314: an answer that goes on coming is read to its end, however long it takes; one that crawls "
    "is not") {
  http::Settings settings = quick_settings();
  settings.retries.count = 0;
  settings.times.crawl = 1s;
  settings.times.least = 1000;
  std::atomic<int> written = 0;  // pieces of the last answer
  const auto in_pieces = [&written](std::size_t size, int count) {
    return [&written, size, count](const Asked&, const Writer& write) {
      const std::string piece(size, 'x');
      write("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(size * static_cast<std::size_t>(count)) +
            "\r\n\r\n");
      for (written = 0; written < count && write(piece); ++written) std::this_thread::sleep_for(300ms);
    };
  };
  ScriptedServer slow(in_pieces(2000, 10));
  const auto whole = get(slow.origin() + "/", settings);
  REQUIRE(whole.has_value());
  CHECK(whole->body.size() == 20'000);
  ScriptedServer crawling(in_pieces(1, 40));
  const auto given_up = get(crawling.origin() + "/", settings);
  REQUIRE_FALSE(given_up.has_value());
  CHECK(given_up.error().kind == ErrorKind::timeout);
  CHECK(written < 20);  // half of it at most: counted by the server, so that a slow machine is no failure
}

TEST_CASE("T20: a bad certificate stops everything before a request is sent") {
  for (const auto kind : {Certificate::self_signed, Certificate::expired}) {
    ScriptedServer server(always(answer(200, "secret text")), kind);
    const auto refused = get(server.origin() + "/");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == ErrorKind::suspicious);
    CHECK(says(refused.error(), " fingerprint is " + server.fingerprint() + "."));
    CHECK(server.asked().empty());
  }
  ScriptedServer expired(always(answer(200, "")), Certificate::expired);
  http::Settings trusting = quick_settings();
  trusting.ca_file = expired.certificate_file();
  const auto late = get(expired.origin() + "/", trusting);
  REQUIRE_FALSE(late.has_value());
  CHECK(says(late.error(), "has expired"));
}

TEST_CASE("a trusted certificate works, and only for its own name") {
  ScriptedServer server(always(answer(200, "hello")), Certificate::self_signed);
  http::Settings trusting = quick_settings();
  trusting.ca_file = server.certificate_file();
  const auto response = get(server.origin() + "/", trusting);
  INFO((response ? "" : describe(response.error())));
  REQUIRE(response.has_value());
  CHECK(response->body == "hello");
  std::string other = server.origin() + "/";
  other.replace(other.find("localhost"), 9, "127.0.0.1");
  const auto wrong_name = get(other, trusting);
  REQUIRE_FALSE(wrong_name.has_value());
  CHECK(wrong_name.error().kind == ErrorKind::suspicious);
}

TEST_CASE("who has to show a certificate of their own is told so, however the server refuses") {
  const auto ask = [](const ScriptedServer& server) {
    http::Settings trusting = quick_settings();
    trusting.ca_file = server.certificate_file();
    return get(server.origin() + "/", trusting);
  };
  for (const auto own : {OwnCertificate::required, OwnCertificate::required_by_tls_1_2}) {
    ScriptedServer server(always(answer(200, "secret")), Certificate::self_signed, own);
    const auto refused = ask(server);
    REQUIRE_FALSE(refused.has_value());
    INFO(describe(refused.error()));
    CHECK(refused.error().kind == ErrorKind::auth);
    CHECK(sign_in::wants_certificate(refused.error()));
    CHECK(says(refused.error(), "localhost asks for a certificate of your own, and none was given"));
    CHECK(server.asked().empty());
  }
  // nginx goes on and answers 400; a 400 of a server that did not ask means something else.
  ScriptedServer polite(always(answer(400, "")), Certificate::self_signed, OwnCertificate::asked);
  CHECK(sign_in::wants_certificate(http::status_error(ask(polite).value())));
  ScriptedServer other(always(answer(400, "")), Certificate::self_signed);
  CHECK(http::status_error(ask(other).value()).kind == ErrorKind::protocol);
  ScriptedServer content(always(answer(200, "hello")), Certificate::self_signed, OwnCertificate::asked);
  CHECK(ask(content).value().body == "hello");
  // A connection that breaks for another reason is worth another try.
  ScriptedServer broken([](const Asked&, const Writer&) {}, Certificate::self_signed, OwnCertificate::asked);
  CHECK(ask(broken).error().kind == ErrorKind::network);
}

TEST_CASE("plain http is refused outside this computer") {
  const auto refused = get("http://dav.example.org/");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().kind == ErrorKind::invalid);
  CHECK(says(refused.error(), "https://"));
}

TEST_CASE("F4: 429 and 503 are waited for, as long as the server says, and not for ever") {
  std::atomic<int> count{0};
  std::chrono::milliseconds slept{0};
  http::Settings settings;
  settings.sleeper = [&](std::chrono::milliseconds time) { slept += time; };
  ScriptedServer server([&](const Asked&, const Writer& write) {
    write(++count < 3 ? answer(429, "", "Retry-After: 7\r\n") : answer(200, "at last"));
  });
  const auto response = get(server.origin() + "/", settings);
  REQUIRE(response.has_value());
  CHECK(response->body == "at last");
  CHECK(count == 3);
  CHECK(slept >= 14s);

  ScriptedServer never(always(answer(503, "", "Retry-After: 3600\r\n")));
  const auto busy = get(never.origin() + "/", settings);
  REQUIRE(busy.has_value());
  CHECK(busy->status == 503);
  CHECK(busy->retry_after == 3600s);
  CHECK(never.asked().size() == 1);

  ScriptedServer down(always(answer(502, "")));
  CHECK(get(down.origin() + "/", settings)->status == 502);
  CHECK(down.asked().size() == 4);
}

namespace {

/// How long a client waited before each repetition of a request that a server answers like this, by a clock
/// that only counts.
std::vector<std::chrono::milliseconds> waits_before_repeating(const std::string& bytes) {
  std::atomic<std::chrono::milliseconds::rep> slept{0};
  std::mutex turn;
  std::vector<std::chrono::milliseconds::rep> asked_at;
  http::Settings settings;
  settings.sleeper = [&](std::chrono::milliseconds time) { slept += time.count(); };
  {
    ScriptedServer server([&](const Asked&, const Writer& write) {
      const std::lock_guard lock(turn);
      asked_at.push_back(slept);
      if (!bytes.empty()) write(bytes);
    });
    (void)get(server.origin() + "/", settings);
  }
  std::vector<std::chrono::milliseconds> waits;
  for (std::size_t number = 1; number < asked_at.size(); ++number)
    waits.emplace_back(asked_at[number] - asked_at[number - 1]);
  return waits;
}

}  // namespace

TEST_CASE(
    "F1: what may pass is repeated after 1, 4 and 16 s, each up to 30 % more or less, and then no more") {
  std::set<std::chrono::milliseconds> first_waits;
  for (int times = 0; times < 10; ++times) {
    // No answer, a gateway's, an overloaded server's; a Retry-After that is shorter than our own patience.
    for (const std::string& bytes :
         {std::string(), answer(502, ""), answer(503, ""), answer(429, "", "Retry-After: 0\r\n")}) {
      INFO(bytes);
      const auto waits = waits_before_repeating(bytes);
      REQUIRE(waits.size() == 3);
      auto usual = 1000ms;
      for (const auto wait : waits) {
        CHECK(wait >= usual * 7 / 10);
        CHECK(wait <= usual * 13 / 10);
        usual *= 4;
      }
      first_waits.insert(waits.front());
    }
  }
  CHECK(first_waits.size() > 10);  // many clients do not come back all at once
}

TEST_CASE("F4: a Retry-After that is longer than our own patience is kept to the second") {
  using Waits = std::vector<std::chrono::milliseconds>;
  for (const int status : {429, 503})
    CHECK(waits_before_repeating(answer(status, "", "Retry-After: 30\r\n")) == Waits{30s, 30s, 30s});
  // A date that is past, as a server gives whose clock is wrong, asks for nothing more.
  const auto waits =
      waits_before_repeating(answer(503, "", "Retry-After: Sat, 22 Nov 2014 10:00:00 GMT\r\n"));
  REQUIRE(waits.size() == 3);
  CHECK(waits.front() <= 1300ms);
  CHECK(waits_before_repeating(answer(503, "", "Retry-After: Fri, 22 Nov 2075 10:00:00 GMT\r\n")).empty());
}

TEST_CASE("cancelling ends a transfer and a wait") {
  std::atomic<bool> stop{false};
  ScriptedServer slow([&](const Asked&, const Writer&) {
    stop = true;
    std::this_thread::sleep_for(2s);
  });
  const auto begun = std::chrono::steady_clock::now();
  const auto response = get(slow.origin() + "/", quick_settings(), [&] { return stop.load(); });
  REQUIRE_FALSE(response.has_value());
  CHECK(response.error().kind == ErrorKind::cancelled);
  CHECK(std::chrono::steady_clock::now() - begun < 2s);
}

TEST_CASE("a write whose answer is lost is not sent again") {
  ScriptedServer server([](const Asked&, const Writer&) {});
  http::Client client(*http::parse_url(server.origin()), {}, quick_settings(), {});
  http::Request request;
  request.method = "PUT";
  request.url = client.origin();
  request.body = "text";
  const auto response = client.send(std::move(request));
  REQUIRE_FALSE(response.has_value());
  CHECK(response.error().kind == ErrorKind::network);
  CHECK(server.asked().size() == 1);
}

TEST_CASE("a write is sent once, too, where a kept connection breaks or a gateway gives up") {
  for (const int status : {0, 502, 504}) {
    std::mutex held;
    std::vector<std::string> methods;
    LoopbackServer server([&](const Asked& asked) -> Reply {
      const std::lock_guard lock(held);
      methods.push_back(asked.method);
      if (asked.method == "GET") return {};
      return {status, {}, {}, status == 0 ? Reply::End::none : Reply::End::whole};
    });
    for (const std::string method : {"PUT", "DELETE", "MKCALENDAR"}) {
      http::Client client(*http::parse_url(server.origin()), {"alice", "secret"}, quick_settings(), {});
      http::Request first;
      first.url = client.origin();
      REQUIRE(client.send(std::move(first)).has_value());
      http::Request request;
      request.method = method;
      request.url = client.origin();
      if (method != "DELETE") request.body = "text";
      const auto response = client.send(std::move(request));
      CHECK(response.has_value() == (status != 0));
      if (!response) CHECK(response.error().kind == ErrorKind::network);
    }
    const std::lock_guard lock(held);
    CHECK(methods == std::vector<std::string>{"GET", "PUT", "GET", "DELETE", "GET", "MKCALENDAR"});
  }
}

TEST_CASE("T21: a redirect inside the origin keeps method and body; one to elsewhere carries nothing") {
  ScriptedServer trap(always(answer(200, "")));
  for (const int status : {301, 302, 307, 308}) {
    ScriptedServer server([&](const Asked& asked, const Writer& write) {
      if (asked.target == "/old") write(answer(status, "", "Location: /new\r\n"));
      if (asked.target == "/new") write(answer(207, "there"));
      if (asked.target == "/away") write(answer(status, "", "Location: " + trap.origin() + "/stolen\r\n"));
      if (asked.target == "/loop") write(answer(status, "", "Location: /loop\r\n"));
    });
    http::Client client(*http::parse_url(server.origin()), {"alice", "secret"}, quick_settings(), {});
    http::Request request;
    request.method = "PROPFIND";
    request.body = "<body/>";
    request.headers = {{"Depth", "0"}};
    request.url = *http::parse_url(server.origin() + "/old");
    const auto moved = client.send(request);
    REQUIRE(moved.has_value());
    CHECK(moved->body == "there");
    CHECK(server.asked().back().method == "PROPFIND");
    CHECK(server.asked().back().body == "<body/>");
    request.url.path = "/away";
    CHECK(client.send(request)->status == status);
    request.url.path = "/loop";
    CHECK(client.send(request)->status == status);
    CHECK(server.asked().size() == 2 + 1 + 6);
  }
  CHECK(trap.asked().empty());
}

TEST_CASE("T21: discovery that is sent elsewhere stops and names the place") {
  ScriptedServer trap(always(answer(200, "")));
  ScriptedServer server(always(answer(301, "", "Location: " + trap.origin() + "/dav/\r\n")));
  auto source = source_for(server.origin());
  const auto found = source.discover();
  REQUIRE_FALSE(found.has_value());
  CHECK(found.error().kind == ErrorKind::suspicious);
  CHECK(found.error().where == trap.origin() + "/dav/");
  CHECK(trap.asked().empty());
}

TEST_CASE("sign-in is sent at once, Digest only where it is asked for") {
  ScriptedServer basic(always(answer(200, "")));
  REQUIRE(get(basic.origin() + "/").has_value());
  CHECK(basic.asked().size() == 1);
  CHECK(basic.asked().front().header("authorization") == "Basic YWxpY2U6c2VjcmV0");

  ScriptedServer digest([](const Asked& asked, const Writer& write) {
    if (asked.header("authorization").starts_with("Digest username=\"alice\""))
      return void(write(answer(200, "in")));
    write(answer(401, "", "WWW-Authenticate: Digest realm=\"r\", nonce=\"abc\", qop=\"auth\"\r\n"));
  });
  const auto response = get(digest.origin() + "/");
  REQUIRE(response.has_value());
  CHECK(response->status == 200);
}

TEST_CASE("T22: what one host asked for in Digest is never sent to another") {
  const auto demand = [](const Asked& asked, const Writer& write) {
    if (asked.header("authorization").starts_with("Digest ")) return void(write(answer(200, "in")));
    write(answer(401, "", "WWW-Authenticate: Digest realm=\"r\", nonce=\"abc\", qop=\"auth\"\r\n"));
  };
  ScriptedServer first(demand);
  ScriptedServer second(demand);
  http::Client client(*http::parse_url(first.origin()), {"alice", "secret"}, quick_settings(), {});
  http::Request request;
  request.url = *http::parse_url(first.origin() + "/");
  REQUIRE(client.send(request)->status == 200);
  const auto before = first.asked().size();
  REQUIRE(client.send(request)->status == 200);
  CHECK(first.asked().back().header("authorization").starts_with("Digest "));
  CHECK(first.asked().size() > before);

  request.url = *http::parse_url(second.origin() + "/");
  const auto foreign = client.send(request);
  REQUIRE_FALSE(foreign.has_value());
  CHECK(foreign.error().kind == ErrorKind::invalid);
  CHECK(second.asked().empty());

  http::Client other(*http::parse_url(second.origin()), {"bob", "secret2"}, quick_settings(), {});
  REQUIRE(other.send(request)->status == 200);
  CHECK_FALSE(second.asked().front().header("authorization").starts_with("Digest "));
  for (const Asked& asked : second.asked()) CHECK(asked.head.find("alice") == std::string::npos);
}
