// Random histories through real HTTP: the server in memory stands behind a socket, the DAV client before it.
// GOODTURN_HTTP_HISTORIES: how many; GOODTURN_SEED as in histories_test.cc.
#include <catch2/catch.hpp>

#include "tests/model/asked_for.h"
#include "tests/model/dav_host.h"
#include "tests/model/model.h"
#include "tests/model/read_at_end.h"
#include "tests/model/wired.h"

using namespace goodturn;
using namespace goodturn::model;

namespace {

/// vdirsyncer takes more than a second each time.
constexpr std::uint64_t read_every = 1000;

/// vdirsyncer reads what the server holds, behind a door of its own and with no habits: whose they are is
/// the DAV client.
std::optional<std::string> read_behind(const std::shared_ptr<tests::FakeServer>& server, Holds holds,
                                       const std::map<std::string, std::string>& items) {
  tests::Faults faults = std::exchange(server->faults, {});
  DavHost host;
  host.stand_for(server, Habits(), holds);
  const tests::LoopbackServer door([&](const tests::Asked& asked) { return host.respond(asked); });
  auto wrong = read_otherwise(door.origin() + "/fake/", holds, items);
  door.wait_until_left();
  server->faults = std::move(faults);
  return wrong;
}

Setting through(DavHost& host, const tests::LoopbackServer& door, const Habits& habits, Holds holds) {
  Setting setting;
  setting.client = [&host, &door, habits, holds](std::shared_ptr<tests::FakeServer> server) {
    if (host.server() != server) host.stand_for(server, habits, holds);
    Life life = host.life();
    life.left = [&door] { door.wait_until_left(); };
    return std::make_unique<Wired>(door.origin() + "/fake/", holds, std::move(life));
  };
  return setting;
}

/// No write is possible where an ETag is another one each time and the server takes none back as it gave it.
Habits habits_of(const History& history) {
  Habits habits = make_habits(history.seed);
  if (history.etags == Etags::flaky) habits.bare_etags = false;
  return habits;
}

void explain(const History& history, const Setting& setting, const Habits& habits) {
  const History shorter = shrunk(history, setting);
  std::string trace;
  const auto wrong = run(shorter, setting, &trace);
  FAIL("GOODTURN_SEED=" << history.seed << " GOODTURN_HTTP_HISTORIES=1 GOODTURN_HTTP_CALENDARS=1\n"
                        << print(habits) << print(shorter) << trace
                        << wrong.value_or("it does not fail twice"));
}

void play(Holds holds, std::uint64_t seed, std::uint64_t count) {
  DavHost host;
  const tests::LoopbackServer door([&](const tests::Asked& asked) { return host.respond(asked); });
  for (std::uint64_t number = 0; number < count; ++number) {
    History history = make_history(seed + number);
    history.calendar = holds == Holds::calendar;
    const Habits habits = habits_of(history);
    Setting setting = through(host, door, habits, holds);
    if (number % read_every == 0 || number + 1 == count)
      setting.at_end = [&](const std::map<std::string, std::string>& items) {
        return read_behind(host.server(), holds, items);
      };
    if (run(history, setting)) explain(history, setting, habits);
  }
  CHECK(count > 0);
}

}  // namespace

TEST_CASE("random histories through real HTTP to a server in memory") {
  play(Holds::cards, seed_asked_for("histories through HTTP"),
       number_asked_for("GOODTURN_HTTP_HISTORIES", 2000));
}

TEST_CASE("random histories of a calendar through real HTTP to a server in memory") {
  play(Holds::calendar, seed_asked_for("histories of calendars through HTTP"),
       number_asked_for("GOODTURN_HTTP_CALENDARS", 400));
}

TEST_CASE("a server that ignores conditions is found out by what is lost through HTTP") {
  constexpr std::uint64_t most_histories = 2000;
  DavHost host;
  const tests::LoopbackServer door([&](const tests::Asked& asked) { return host.respond(asked); });
  const std::uint64_t seed = seed_asked_for("ignored conditions");
  bool found = false;
  for (std::uint64_t number = 0; number < most_histories && !found; ++number) {
    History history = make_history(seed + number);
    history.calendar = false;
    Habits habits = habits_of(history);
    habits.ignores_conditions = true;
    found = run(history, through(host, door, habits, Holds::cards)).has_value();
  }
  CHECK(found);
}
