#include <catch2/catch.hpp>

#include "adapters/feed/source.h"
#include "tests/support/scripted_server.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

const std::string meeting =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261122T100000Z\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n";

http::Settings quick() {
  http::Settings settings;
  settings.sleeper = [](std::chrono::milliseconds) {};
  return settings;
}

std::unique_ptr<Source> feed_at(const ScriptedServer& server) {
  return feed::open_address(quick(), server.origin() + "/team.ics?key=secret", {"alex", "pass"},
                            [] { return false; });
}

Result<void> ignore(sync::RemoteItem) { return {}; }

/// What discovery says to a server that answers so.
Error refusal(int status, const std::string& body, const std::string& headers = {}) {
  const ScriptedServer server(
      [=](const Asked&, const Writer& write) { write(answer(status, body, headers)); });
  return feed_at(server)->discover().error();
}

}  // namespace

TEST_CASE("a feed at an address is read once and then asked only whether it changed") {
  const ScriptedServer server([](const Asked& asked, const Writer& write) {
    const bool known = asked.header("If-None-Match") == "\"v1\"";
    write(known ? answer(304, "") : answer(200, meeting, "ETag: \"v1\"\r\n"));
  });
  const auto source = feed_at(server);
  const auto found = source->discover().value();
  CHECK(found.collections.at(0).name == "team");
  const auto collection = std::move(source->open(found.collections.at(0)).value());
  const auto first = collection->changes({}, ignore).value();
  CHECK(first.members.size() == 1);
  const auto second = collection->changes(first.token, ignore).value();
  CHECK_FALSE(second.complete);
  CHECK(second.token == first.token);
  CHECK(server.asked().back().header("If-None-Match") == "\"v1\"");
}

TEST_CASE("what comes in place of a calendar gets words that help, and the key stays out of them") {
  CHECK(refusal(404, "gone").kind == ErrorKind::not_found);
  CHECK(refusal(401, "", "WWW-Authenticate: Basic realm=\"x\"\r\n").kind == ErrorKind::auth);
  CHECK(refusal(200, "<!DOCTYPE html><html><body>Log in</body></html>").kind == ErrorKind::protocol);
  CHECK(refusal(200, "just words").kind == ErrorKind::parse);
  CHECK(refusal(302, "", "Location: http://127.0.0.2:1/x.ics\r\n").kind == ErrorKind::protocol);
  for (const auto& error : {refusal(404, ""), refusal(200, "just words")})
    CHECK(describe(error).find("secret") == std::string::npos);
}

TEST_CASE("an address that cannot be read is refused before anything is sent") {
  const auto source = feed::open_address(quick(), "ftp://example.org/a.ics", {}, [] { return false; });
  CHECK(source->discover().error().kind == ErrorKind::invalid);
}
