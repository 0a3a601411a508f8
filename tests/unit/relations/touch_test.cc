#include "core/relations/touch.h"

#include <catch2/catch.hpp>

using namespace goodturn;
using relations::touch_weight;

TEST_CASE("A touch weighs by channel, direction and number of people") {
  CHECK(touch_weight(Channel::meeting, Direction::mutual, 1) == Approx(1.0));
  CHECK(touch_weight(Channel::call, Direction::out, 1) == Approx(0.8));
  CHECK(touch_weight(Channel::mail, Direction::out, 1) == Approx(0.4));
  CHECK(touch_weight(Channel::mail, Direction::in, 1) == Approx(0.2));
  CHECK(touch_weight(Channel::social, Direction::out, 1) == Approx(0.1));
  CHECK(touch_weight(Channel::mail, Direction::out, 5) == Approx(0.08));
}

TEST_CASE("Circulars and crowds are no contact") {
  CHECK(touch_weight(Channel::mail, Direction::out, 6) == 0);
  CHECK(touch_weight(Channel::meeting, Direction::mutual, 7) == Approx(1.0 / 7));
  CHECK(touch_weight(Channel::meeting, Direction::mutual, 8) == 0);
  CHECK(touch_weight(Channel::meeting, Direction::mutual, 0) == 0);
  CHECK(touch_weight(Channel::call, Direction::out, -1) == 0);
}
