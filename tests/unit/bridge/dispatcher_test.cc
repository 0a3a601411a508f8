// What operations receive and what becomes of their answers, over a live socket.
#include "adapters/bridge/dispatcher.h"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "adapters/bridge/reply.h"
#include "tests/unit/bridge/running_bridge.h"

namespace goodturn::bridge {
namespace {

using nlohmann::json;
using test::Answer;
using test::RunningBridge;

Head head_with(std::vector<std::pair<std::string, std::string>> fields) {
  return {"PUT", "/follow-ups.ics", "/follow-ups.ics", "", std::move(fields)};
}

/// The bridge again, with one operation replaced.
Answer ask_with(RunningBridge& running, const std::string& id, Operation operation, const std::string& method,
                const std::string& target,
                const std::vector<std::pair<std::string, std::string>>& headers = {}) {
  Routes routes = running.counting_routes();
  routes[id] = std::move(operation);
  const auto bridge = running.start(0, std::move(routes)).value();
  test::Letter letter = test::letter(bridge->port(), method, target, running.token);
  for (const auto& [name, value] : headers) letter.headers[name] = value;
  return test::say(bridge->port(), letter.bytes());
}

}  // namespace

TEST_CASE("an operation receives typed parameters, a checked body with defaults, and its client") {
  RunningBridge running;
  CHECK(running.ask("GET", "/api/v1/people?query=A%26B&limit=7").status == 200);
  CHECK(running.last().operation == "listPeople");
  CHECK(running.last().request.parameters == json{{"query", "A&B"},
                                                  {"limit", 7},
                                                  {"offset", 0},
                                                  {"unaware_of_goal", false},
                                                  {"without_friends", false}});
  CHECK(running.last().request.client == "thunderbird");
  CHECK(running.last().request.body.is_null());

  CHECK(running.ask("POST", "/api/v1/people/a%2Fb/log", R"({"text":"met"})").status == 200);
  CHECK(running.last().request.parameters == json{{"uid", "a/b"}});
  CHECK(running.last().request.body == json{{"text", "met"}, {"kind", "touch"}});
}

TEST_CASE("bodies that do not fit the contract do not reach the operation") {
  RunningBridge running;
  for (const char* body :
       {"", "{", "[]", "null", R"({"action":"sing"})", R"({})", R"({"action":"done","x":1})",
        R"({"action":"done","until":"soon"})", "{\"action\":\"\xff\"}", R"({"action":"done"}{})"}) {
    INFO(body);
    const Answer answer = running.ask("POST", "/api/v1/suggestions/1/action", body);
    CHECK(answer.status == 400);
    CHECK(json::parse(answer.body)["kind"] == "invalid");
  }
  CHECK(running.reached == 0);
}

TEST_CASE("an error becomes a problem document of its kind that fits the contract") {
  RunningBridge running;
  const Contract contract = Contract::read(test::contract_text()).value();
  for (const ErrorKind kind : all_error_kinds) {
    const Answer answer = ask_with(
        running, "getWeek",
        [kind](const Request&) -> Result<Response> {
          return tl::unexpected(Error{kind, "It did not work.", "/somewhere", 418, std::chrono::seconds(7)});
        },
        "GET", "/api/v1/week");
    CHECK(answer.status == face_of(kind).status);
    CHECK(answer.headers.at("content-type") == "application/problem+json");
    CHECK(answer.headers.at("retry-after") == "7");
    const json body = json::parse(answer.body);
    CHECK(contract.check("Problem", body));
    CHECK(body["detail"] == "It did not work.");
    CHECK(body["where"] == "/somewhere");
  }
}

TEST_CASE("the text of an exception stays inside") {
  RunningBridge running;
  const std::vector<Operation> faults = {
      [](const Request&) -> Result<Response> { throw std::runtime_error("the secret is here"); },
      [](const Request&) -> Result<Response> { throw 7; }};
  for (const Operation& fault : faults) {
    const Answer answer = ask_with(running, "getWeek", fault, "GET", "/api/v1/week");
    CHECK(answer.status == 500);
    CHECK(answer.raw.find("secret") == std::string::npos);
    CHECK(answer.raw.find("EXCEPTION") == std::string::npos);
    CHECK(json::parse(answer.body)["kind"] == "server");
  }
}

TEST_CASE("text, status, ETag and If-None-Match") {
  RunningBridge running;
  const Operation tagged = [](const Request&) -> Result<Response> {
    return Response{200, {}, "BEGIN:VCALENDAR", "text/calendar; charset=utf-8", Etag("\"a%20b\"")};
  };
  Answer answer = ask_with(running, "getWeek", tagged, "GET", "/api/v1/week");
  CHECK(answer.status == 200);
  CHECK(answer.body == "BEGIN:VCALENDAR");
  CHECK(answer.headers.at("content-type") == "text/calendar; charset=utf-8");
  CHECK(answer.headers.at("etag") == "\"a%20b\"");
  answer = ask_with(running, "getWeek", tagged, "GET", "/api/v1/week", {{"If-None-Match", "\"a%20b\""}});
  CHECK(answer.status == 304);
  CHECK(answer.body.empty());
  answer = ask_with(running, "getWeek", tagged, "GET", "/api/v1/week", {{"If-None-Match", "\"a b\""}});
  CHECK(answer.status == 200);
  const Operation empty = [](const Request&) -> Result<Response> {
    return Response{204, {}, {}, {}, Etag("\"n\"")};
  };
  answer = ask_with(running, "getWeek", empty, "GET", "/api/v1/week");
  CHECK(answer.status == 204);
  CHECK(answer.body.empty());
  CHECK(answer.headers.at("etag") == "\"n\"");
}

TEST_CASE("a badly encoded text does not spoil the answer") {
  RunningBridge running;
  const Answer answer = ask_with(
      running, "getWeek",
      [](const Request&) -> Result<Response> {
        return Response{200, {{"name", "a\xff z"}}, {}, {}, {}};
      },
      "GET", "/api/v1/week");
  CHECK(answer.status == 200);
  CHECK(json::parse(answer.body)["name"] == "a\xef\xbf\xbd z");
}

TEST_CASE("answers are not packed and do not change with what the sender accepts") {
  RunningBridge running;
  const Answer answer = ask_with(running, "getWeek",
                                 [](const Request&) -> Result<Response> {
                                   return Response{200, {{"name", std::string(5000, 'a')}}, {}, {}, {}};
                                 },
                                 "GET", "/api/v1/week",
                                 {{"Accept-Encoding", "gzip, deflate, br"}, {"Connection", "keep-alive"}});
  CHECK_FALSE(answer.headers.contains("content-encoding"));
  CHECK(json::parse(answer.body)["name"].get<std::string>().size() == 5000);
}

TEST_CASE("unknown paths and methods are said to be so") {
  RunningBridge running;
  CHECK(running.ask("GET", "/api/v1/nothing").status == 404);
  const Answer answer = running.ask("DELETE", "/api/v1/week");
  CHECK(answer.status == 405);
  CHECK(answer.headers.at("allow") == "GET");
  CHECK(running.ask("DELETE", "/").status == 405);
}

TEST_CASE("the calendar's condition is read, or refused, never dropped") {
  CHECK(condition_of(head_with({})).value().empty());
  CHECK(condition_of(head_with({{"if-match", "\"a\""}})).value().value == "\"a\"");
  CHECK(condition_of(head_with({{"if", "([\"a\"])"}})).value().value == "\"a\"");
  CHECK(condition_of(head_with({{"if", "([W/\"a\"])"}})).value().value == "W/\"a\"");
  for (const char* list :
       {"", "(Not [\"a\"])", "([\"a\"] [\"b\"])", "(<urn:x> [\"a\"])", "([])", "\"a\"", "()"})
    CHECK_FALSE(condition_of(head_with({{"if", list}})));
  CHECK_FALSE(condition_of(head_with({{"if", "([\"a\"])"}, {"if-match", "\"a\""}})));
  CHECK_FALSE(condition_of(head_with({{"if-match", "\"a\""}, {"if-match", "\"b\""}})));
}

TEST_CASE("the feed is read and written with its own token only") {
  RunningBridge running;
  const std::string address = "/follow-ups.ics?token=" + running.feed_token;
  CHECK(test::say(running.port(), test::letter(running.port(), "GET", address, "").bytes()).status == 200);
  test::Letter put = test::letter(running.port(), "PUT", address, "", std::string(2000000, 'x'));
  put.headers["Content-Type"] = "text/calendar; charset=utf-8";
  put.headers["If"] = "([\"v1\"])";
  CHECK(test::say(running.port(), put.bytes()).status == 200);
  CHECK(running.last().operation == "putFeed");
  CHECK(running.last().request.raw_body.size() == 2000000);
  CHECK(running.last().request.if_match == Etag("\"v1\""));
  CHECK(running.last().request.client == "feed");

  const int before = running.reached;
  for (const std::string& target :
       {std::string("/follow-ups.ics"), "/follow-ups.ics?token=" + running.token}) {
    CHECK(test::say(running.port(), test::letter(running.port(), "GET", target, "").bytes()).status == 404);
    CHECK(running.ask("GET", target).status == 404);
  }
  CHECK(test::say(running.port(),
                  test::letter(running.port(), "GET", "/api/v1/week", running.feed_token).bytes())
            .status == 401);
  for (const char* method : {"HEAD", "PROPFIND", "REPORT"})
    CHECK(test::say(running.port(), test::letter(running.port(), method, address, "").bytes()).status == 405);
  REQUIRE(running.tokens->issue("feed", Scope::feed));
  CHECK(test::say(running.port(), test::letter(running.port(), "GET", address, "").bytes()).status == 404);
  CHECK(running.reached == before);
}

TEST_CASE("pages are served by exact name, without a token; without pages the program says so") {
  const Assets assets = assets_of({{"index.html", "<p>hello"}, {"assets/app.js", "go()"}});
  RunningBridge running({}, assets);
  const auto get = [&](const std::string& path) {
    return test::say(running.port(), test::letter(running.port(), "GET", path, "").bytes());
  };
  CHECK(get("/").body == "<p>hello");
  CHECK(get("/index.html").headers.at("content-type") == "text/html; charset=utf-8");
  CHECK(get("/assets/app.js?v=1").headers.at("content-type") == "text/javascript; charset=utf-8");
  CHECK(get("/assets/app.js").headers.at("content-security-policy").find("script-src 'self'") !=
        std::string::npos);
  CHECK(get("/assets/other.js").status == 404);

  RunningBridge bare;
  const Answer answer = test::say(bare.port(), test::letter(bare.port(), "GET", "/", "").bytes());
  CHECK(answer.status == 503);
  CHECK(answer.body.find("built without its pages") != std::string::npos);
}

TEST_CASE("a bridge whose operations and contract differ does not start") {
  RunningBridge running;
  Routes missing = running.counting_routes();
  missing.erase("getWeek");
  CHECK(running.start(0, missing).error().what.find("getWeek") != std::string::npos);
  Routes unknown = running.counting_routes();
  unknown["sing"] = unknown["getWeek"];
  CHECK(running.start(0, unknown).error().what.find("sing") != std::string::npos);
  Routes own = running.counting_routes();
  own["hello"] = own["getWeek"];
  CHECK(running.start(0, own).error().kind == ErrorKind::invalid);
  CHECK(running.start(0, running.counting_routes(), {{"/etc/passwd", {"", ""}}}).error().kind ==
        ErrorKind::invalid);
}

}  // namespace goodturn::bridge
