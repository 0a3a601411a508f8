// Random histories through real HTTP: the server in memory stands behind a socket, the DAV client before it.
// GOODTURN_HTTP_HISTORIES: how many; GOODTURN_SEED as in histories_test.cc.
#include <catch2/catch.hpp>

#include "tests/model/asked_for.h"
#include "tests/model/dav_host.h"
#include "tests/model/model.h"
#include "tests/model/wired.h"

using namespace goodturn;
using namespace goodturn::model;

namespace {

Setting through(DavHost& host, const tests::LoopbackServer& door, const Habits& habits) {
  Setting setting;
  setting.client = [&host, &door, habits](std::shared_ptr<tests::FakeServer> server) {
    if (host.server() != server) host.stand_for(server, habits);
    return std::make_unique<Wired>(door.origin() + "/fake/",
                                   Life{[&host] { return host.killed(); }, [&host] { host.revive(); }});
  };
  return setting;
}

void explain(const History& history, const Setting& setting, const Habits& habits) {
  const History shorter = shrunk(history, setting);
  std::string trace;
  const auto wrong = run(shorter, setting, &trace);
  FAIL("GOODTURN_SEED=" << history.seed << " GOODTURN_HTTP_HISTORIES=1\n"
                        << print(habits) << print(shorter) << trace
                        << wrong.value_or("it does not fail twice"));
}

}  // namespace

TEST_CASE("random histories through real HTTP to a server in memory") {
  const std::uint64_t seed = seed_asked_for("histories through HTTP");
  const std::uint64_t count = number_asked_for("GOODTURN_HTTP_HISTORIES", 400);
  DavHost host;
  const tests::LoopbackServer door([&](const tests::Asked& asked) { return host.respond(asked); });
  for (std::uint64_t number = 0; number < count; ++number) {
    const History history = make_history(seed + number);
    const Habits habits = make_habits(history.seed);
    const Setting setting = through(host, door, habits);
    if (run(history, setting)) explain(history, setting, habits);
  }
  CHECK(count > 0);
}

TEST_CASE("a server that ignores conditions is found out by what is lost through HTTP") {
  constexpr std::uint64_t most_histories = 2000;
  DavHost host;
  const tests::LoopbackServer door([&](const tests::Asked& asked) { return host.respond(asked); });
  const std::uint64_t seed = seed_asked_for("ignored conditions");
  bool found = false;
  for (std::uint64_t number = 0; number < most_histories && !found; ++number) {
    const History history = make_history(seed + number);
    Habits habits = make_habits(history.seed);
    habits.ignores_conditions = true;
    found = run(history, through(host, door, habits)).has_value();
  }
  CHECK(found);
}
