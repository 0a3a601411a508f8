// Random histories through real HTTP: the server in memory stands behind a socket, the DAV client before it.
// GOODTURN_HTTP_HISTORIES: how many; GOODTURN_SEED as in histories_test.cc.
#include <atomic>
#include <catch2/catch.hpp>

#include "tests/model/asked_for.h"
#include "tests/model/dav_host.h"
#include "tests/model/home.h"
#include "tests/model/model.h"
#include "tests/model/wired.h"
#include "tests/support/scripted_server.h"

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
  const std::uint64_t count = number_asked_for("GOODTURN_HTTP_HISTORIES", 2000);
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

TEST_CASE("F3: the answer to a write may be cut behind any byte") {
  const bool creates = GENERATE(true, false);
  bool whole = false;
  for (std::size_t cut = 0; !whole; ++cut) {
    INFO((creates ? "create" : "update") << " cut behind byte " << cut);
    DavHost host;
    std::atomic<bool> cutting = false;
    const tests::ScriptedServer door([&](const tests::Asked& asked, const tests::Writer& write) {
      const tests::Reply reply = host.respond(asked);
      const std::string bytes = tests::answer(reply.status, reply.body, reply.headers);
      const bool chosen = asked.method == "PUT" && cutting.exchange(false);
      if (chosen) whole = cut >= bytes.size();
      write(chosen ? bytes.substr(0, cut) : bytes);
    });
    MemoryStore store;
    ModelClock clock;
    const auto server = std::make_shared<tests::FakeServer>();
    host.stand_for(server, Habits());
    Machine machine(store, store, clock, [&] {
      return std::make_unique<Wired>(door.origin() + "/fake/", Life{[] { return false; }, [] {}});
    });
    server->put("/fake/ada", card("ada", "FN:Ada\r\n"));
    REQUIRE(machine.sync() == End::done);
    if (creates)
      machine.create(card("ben", "FN:Ben\r\n"));
    else
      machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine\r\n"));
    cutting = true;
    (void)machine.sync();
    REQUIRE(machine.sync() == End::done);
    CHECK(server->resources.size() == (creates ? 2 : 1));
    CHECK(machine.items().size() == server->resources.size());
    CHECK((creates || has(server->resources.at("/fake/ada").text, "NOTE:mine")));
    CHECK(store.conflicts()->empty());
    const int writes = server->writes;
    CHECK(writes == 1);
    REQUIRE(machine.sync() == End::done);
    CHECK(server->writes == writes);
  }
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
