// The proof, the page's session, and what pairing pins.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <thread>

#include "adapters/bridge/contract.h"
#include "adapters/bridge/digest.h"
#include "core/base/base64url.h"
#include "tests/unit/bridge/running_bridge.h"

namespace goodturn::bridge {
namespace {

using nlohmann::json;
using test::Answer;
using test::RunningBridge;

const std::string uuid = "moz-extension://0f8fad5b-d9cb-469f-a165-70867728950e";
const std::string other_uuid = "moz-extension://1f8fad5b-d9cb-469f-a165-70867728950e";

Answer post(const RunningBridge& running, const std::string& target, const json& body,
            const std::string& token = {}, const std::string& origin = {}) {
  test::Letter letter = test::letter(running.port(), "POST", target, token, body.dump());
  if (!origin.empty()) letter.headers["Origin"] = origin;
  return test::say(running.port(), letter.bytes());
}

std::string code_of(const std::string& link) { return link.substr(link.find("#code=") + 6); }

}  // namespace

TEST_CASE("hello proves the knowledge of the token's digest, nonce and port") {
  RunningBridge running;
  const std::string nonce = "0123456789abcdef";
  const Answer answer = post(running, "/api/v1/hello", {{"nonce", nonce}, {"client", "thunderbird"}});
  REQUIRE(answer.status == 200);
  const json body = json::parse(answer.body);
  CHECK(body["version"] == "0.1.0");
  CHECK(body["proof"] ==
        to_hex(hmac_sha256(sha256(running.token), nonce + ":" + std::to_string(running.port()))));
  const Contract contract = Contract::read(test::contract_text()).value();
  CHECK(contract.check("HelloAnswer", body));

  CHECK(post(running, "/api/v1/hello", {{"nonce", "short"}, {"client", "thunderbird"}}).status == 400);
  CHECK(post(running, "/api/v1/hello", {{"nonce", nonce}, {"client", "nobody"}}).status == 404);
}

TEST_CASE("a page link opens one session, pinned to the page's own origin") {
  RunningBridge running;
  const std::string link = running.bridge->page_link();
  CHECK(link.starts_with("http://127.0.0.1:" + std::to_string(running.port()) + "/#code="));
  const std::string home = "http://127.0.0.1:" + std::to_string(running.port());
  const Answer opened = post(running, "/api/v1/session", {{"code", code_of(link)}}, {}, home);
  REQUIRE(opened.status == 200);
  const std::string token = json::parse(opened.body)["token"];
  CHECK(post(running, "/api/v1/session", {{"code", code_of(link)}}, {}, home).status == 403);
  CHECK(post(running, "/api/v1/sync", json::object(), token, home).status == 200);
  CHECK(running.last().request.client.starts_with("page-"));
  CHECK(post(running, "/api/v1/sync", json::object(), token, uuid).status == 403);
}

TEST_CASE("the API makes page links too, and the sixth try is refused though right") {
  RunningBridge running;
  const Answer made = post(running, "/api/v1/page-code", json::object(), running.token);
  REQUIRE(made.status == 200);
  const std::string code = code_of(json::parse(made.body)["url"]);
  for (int i = 0; i < 5; ++i) CHECK(post(running, "/api/v1/session", {{"code", "guess"}}).status == 403);
  CHECK(post(running, "/api/v1/session", {{"code", code}}).status == 403);

  const std::string late = code_of(running.bridge->page_link());
  running.clock.seconds += 121;
  CHECK(post(running, "/api/v1/session", {{"code", late}}).status == 403);
}

TEST_CASE("the ninth browser signs out the first, also within one second and while the clock goes back") {
  for (const int seconds : {1, 0, -3600}) {
    INFO(seconds);
    RunningBridge running;
    std::vector<std::string> tokens;
    for (int i = 0; i < 16; ++i) {
      const Answer opened =
          post(running, "/api/v1/session", {{"code", code_of(running.bridge->page_link())}});
      REQUIRE(opened.status == 200);
      tokens.push_back(json::parse(opened.body)["token"]);
      running.clock.seconds += seconds;
      for (std::size_t at = 0; at < tokens.size(); ++at)
        CHECK(running.tokens->identify(tokens[at]).has_value() == (at + 8 >= tokens.size()));
    }
    CHECK(running.tokens->identify(running.token));
  }
}

TEST_CASE("the first extension that shows the token is the only one") {
  RunningBridge running;
  CHECK(post(running, "/api/v1/sync", json::object(), running.token, uuid).status == 200);
  CHECK(running.tokens->find("thunderbird")->origin == uuid);
  CHECK(post(running, "/api/v1/sync", json::object(), running.token, other_uuid).status == 403);
  CHECK(running.ask("GET", "/api/v1/status").status == 200);
  REQUIRE(running.tokens->revoke("thunderbird"));
  CHECK(post(running, "/api/v1/sync", json::object(), running.token, uuid).status == 401);
  CHECK(running.reached == 2);
}

TEST_CASE("the contract is served to those who may use it") {
  RunningBridge running;
  const Answer answer = running.ask("GET", "/api/v1/openapi.json");
  CHECK(answer.status == 200);
  CHECK(json::parse(answer.body) == json::parse(test::contract_text()));
  CHECK(test::say(running.port(), test::letter(running.port(), "GET", "/api/v1/openapi.json", "").bytes())
            .status == 401);
}

TEST_CASE("10,000 wrong tokens: none is accepted, the flood is answered 429, the right one still works") {
  RunningBridge running;
  const int tries = 10000;
  std::atomic<int> accepted{0};
  std::atomic<int> slowed{0};
  std::atomic<int> other{0};
  std::vector<std::thread> guessers;
  for (int part = 0; part < 4; ++part)
    guessers.emplace_back([&] {
      for (int i = 0; i < tries / 4; ++i) {
        const std::string guess = base64url(running.random.bytes(32));
        const int status =
            test::say(running.port(), test::letter(running.port(), "GET", "/api/v1/status", guess).bytes())
                .status;
        ++(status == 200 ? accepted : status == 429 ? slowed : other);
        if (status != 401 && status != 429) other += tries;
      }
    });
  for (std::thread& guesser : guessers) guesser.join();
  CHECK(accepted == 0);
  CHECK(slowed >= tries - 200);
  CHECK(other <= 200);
  CHECK(running.reached == 0);
  CHECK(running.ask("GET", "/api/v1/status").status == 200);
}

}  // namespace goodturn::bridge
