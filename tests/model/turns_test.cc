// Who talks to a server about a collection: one at a time, and of two collections one each.
#include <catch2/catch.hpp>

#include "helper/sync/turns.h"
#include "tests/model/home.h"

using namespace goodturn;
using namespace goodturn::model;

TEST_CASE("one at a time has the turn of a collection, and nobody waits for another collection") {
  Home home;
  helper::World& world = home.machine.world();
  helper::Turns turns;
  world.turns = &turns;
  const auto one = home.machine.id();
  const auto other = one + 1;
  int looks = 0;
  const Cancelled soon = [&] { return ++looks > 2; };
  {
    const auto turn = helper::ask_for_turn(world, one);
    REQUIRE(turn);
    const auto refused = helper::ask_for_turn(world, one);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::busy);
    const auto cancelled = helper::wait_for_turn(world, one, soon);
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().kind == ErrorKind::cancelled);
    CHECK(helper::ask_for_turn(world, other));
    CHECK(helper::wait_for_turn(world, other, [] { return false; }));
  }
  CHECK(helper::ask_for_turn(world, one));
  CHECK(helper::wait_for_turn(world, one, [] { return false; }));
}
