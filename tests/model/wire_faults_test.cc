// Named faults of servers and of the way to them, through real HTTP and the real sync.
#include <atomic>
#include <catch2/catch.hpp>

#include "tests/model/dav_host.h"
#include "tests/model/home.h"
#include "tests/model/wired.h"
#include "tests/support/scripted_server.h"

using namespace goodturn;
using namespace goodturn::model;

TEST_CASE("F3: the answer to a write may be cut behind any byte") {
  const bool creates = GENERATE(true, false);
  std::atomic<bool> whole = false;
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
      return std::make_unique<Wired>(door.origin() + "/fake/", Holds::cards, host.life());
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

TEST_CASE("a write that is refused for want of room (500, 507) is told, stays here, and goes out later") {
  const int status = GENERATE(500, 507);
  INFO(status);
  DavHost host;
  std::atomic<bool> full = false;
  const tests::LoopbackServer door([&](const tests::Asked& asked) {
    if (!full || asked.method != "PUT") return host.respond(asked);
    return tests::Reply{
        status, {}, "<D:error xmlns:D=\"DAV:\"><D:quota-not-exceeded/></D:error>", tests::Reply::End::whole};
  });
  MemoryStore store;
  ModelClock clock;
  const auto server = std::make_shared<tests::FakeServer>();
  host.stand_for(server, Habits());
  Machine machine(store, store, clock, [&] {
    return std::make_unique<Wired>(door.origin() + "/fake/", Holds::cards, host.life());
  });
  server->put("/fake/ada", ada);
  server->put("/fake/cleo", cleo);
  REQUIRE(machine.sync() == End::done);
  const std::string mine = card("ada", "FN:Ada\r\nNOTE:mine\r\n");
  machine.put("/fake/ada", mine);
  const std::string ben = machine.create(card("ben", "FN:Ben\r\n"));
  machine.remove("/fake/cleo");
  full = true;
  for (int again = 0; again < 2; ++again) {
    REQUIRE(machine.sync() == End::done);
    REQUIRE(machine.report().item_errors.size() == 2);
    for (const sync::ItemError& one : machine.report().item_errors) CHECK(one.error.http_status == status);
    CHECK(machine.items() ==
          std::map<std::string, std::string>{{"/fake/ada", mine}, {ben, card("ben", "FN:Ben\r\n")}});
    CHECK(server->resources.size() == 1);
    CHECK(server->resources.at("/fake/ada").text == ada);
  }
  full = false;
  REQUIRE(machine.sync() == End::done);
  CHECK(server->resources.at("/fake/ada").text == mine);
  CHECK(server->resources.contains(ben));
  CHECK(store.conflicts()->empty());
  const int writes = server->writes;
  REQUIRE(machine.sync() == End::done);
  CHECK(server->writes == writes);
}

TEST_CASE("groupoffice 556: ETags without quotes: changes arrive, and no other writer is written over") {
  DavHost host;
  Habits habits;
  habits.bare_etags = true;
  habits.knows_bare_etags = GENERATE(true, false);
  std::vector<std::string> conditions;
  const tests::LoopbackServer door([&](const tests::Asked& asked) {
    if (asked.method == "PUT") conditions.push_back(asked.header("If-Match"));
    return host.respond(asked);
  });
  MemoryStore store;
  ModelClock clock;
  const auto server = std::make_shared<tests::FakeServer>();
  host.stand_for(server, habits);
  Machine machine(store, store, clock, [&] {
    return std::make_unique<Wired>(door.origin() + "/fake/", Holds::cards, host.life());
  });
  server->put("/fake/ada", ada);
  server->put("/fake/cleo", cleo);
  REQUIRE(machine.sync() == End::done);
  machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine\r\n"));
  REQUIRE(machine.sync() == End::done);
  CHECK(machine.report().sent == 1);
  CHECK(has(server->resources.at("/fake/ada").text, "NOTE:mine"));
  using Conditions = std::vector<std::string>;
  CHECK(conditions == (habits.knows_bare_etags ? Conditions{"1"} : Conditions{"1", "*"}));
  // Between our look and our write somebody else writes.
  server->faults.before_call = [&](std::string_view call) -> std::optional<Error> {
    if (call != "update" || has(server->resources.at("/fake/ada").text, "TEL")) return std::nullopt;
    server->put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine\r\nTEL:1\r\n"));
    return std::nullopt;
  };
  machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine again\r\n"));
  REQUIRE(machine.sync() == End::done);
  CHECK(has(server->resources.at("/fake/ada").text, "TEL:1"));
  CHECK(has(server->resources.at("/fake/ada").text, "NOTE:mine again"));
  CHECK(store.conflicts()->empty());
  const int writes = server->writes;
  REQUIRE(machine.sync() == End::done);
  CHECK(server->writes == writes);
}
