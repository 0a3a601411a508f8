// What a multistatus leaves out or gives empty, through real HTTP: the item is read all the same, and is not
// gone.
#include <catch2/catch.hpp>

#include "tests/model/dav_host.h"
#include "tests/model/home.h"
#include "tests/model/wired.h"

using namespace goodturn;
using namespace goodturn::model;

namespace {

enum class Gives { nothing, empty, spaces };

/// The answer to a REPORT without the texts of its items.
std::string without_texts(std::string body, Gives gives) {
  const std::string open = "<K:address-data>", close = "</K:address-data>";
  for (auto at = body.find(open); at != std::string::npos; at = body.find(open, at + 1)) {
    const auto end = body.find(close, at);
    if (gives == Gives::nothing)
      body.erase(at, end + close.size() - at);
    else
      body.replace(at + open.size(), end - at - open.size(), gives == Gives::spaces ? "\r\n  " : "");
  }
  return body;
}

/// A machine at a server whose reports bring no texts, each in the same way.
struct Street {
  DavHost host;
  Gives gives;
  tests::LoopbackServer door;
  MemoryStore store;
  ModelClock clock;
  std::shared_ptr<tests::FakeServer> server = std::make_shared<tests::FakeServer>();
  Machine machine;

  explicit Street(Gives what)
      : gives(what),
        door([this](const tests::Asked& asked) {
          tests::Reply reply = host.respond(asked);
          if (asked.method == "REPORT") reply.body = without_texts(std::move(reply.body), gives);
          return reply;
        }),
        machine(store, store, clock, [this] {
          return std::make_unique<Wired>(door.origin() + "/fake/", Holds::cards, host.life());
        }) {
    host.stand_for(server, Habits());
    server->put("/fake/ada", ada);
    server->put("/fake/cleo", cleo);
    sync();
  }
  void sync() { REQUIRE(machine.sync() == End::done); }
};

}  // namespace

TEST_CASE("texts that no report brings, or brings empty, are read one by one") {
  Street street(GENERATE(Gives::nothing, Gives::empty, Gives::spaces));
  CHECK(street.machine.report().item_errors.empty());
  CHECK(street.machine.items().at("/fake/ada") == ada);
  CHECK(street.machine.items().at("/fake/cleo") == cleo);
  street.server->put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:new\r\n"));
  street.sync();
  CHECK(street.machine.report().item_errors.empty());
  CHECK(has(street.machine.items().at("/fake/ada"), "NOTE:new"));
  street.machine.put("/fake/cleo", card("cleo", "FN:Cleo\r\nNOTE:mine\r\n"));
  street.sync();
  CHECK(street.machine.report().item_errors.empty());
  CHECK(has(street.server->resources.at("/fake/cleo").text, "NOTE:mine"));
  CHECK(street.store.intents()->empty());
  CHECK(street.store.conflicts()->empty());
}

TEST_CASE("who is named without a text is not gone") {
  Street street(GENERATE(Gives::nothing, Gives::empty));
  // A listing that is cut, so that all it does not name is asked for by name.
  street.server->faults.hidden = {"/fake/ada"};
  street.clock.pass(std::chrono::hours(25));
  street.sync();
  CHECK(street.machine.items().contains("/fake/ada"));
  CHECK(street.store.trash()->empty());
  street.server->faults.hidden.clear();
  street.server->erase("/fake/ada");
  street.sync();
  CHECK_FALSE(street.machine.items().contains("/fake/ada"));
}
