// metrics.md 2.15.
#include "core/network/behaviours.h"

#include <catch2/catch.hpp>

#include "tests/unit/relations/favours.h"

using namespace goodturn;
using namespace goodturn::network;
using relations::ago;
using relations::today;

namespace {

BehaviourTouch touch(int age, int first_age, std::optional<Side> side = Side::internal,
                     bool for_ask = false) {
  return {ago(age), ago(first_age), side, for_ask};
}

}  // namespace

TEST_CASE("Shares and evenness of the example") {
  Behaviours six;
  six.counts = {{{10, 20, 5}, {2, 12, 1}}};
  CHECK(six.total() == 50);
  CHECK(*six.share(Side::internal, Purpose::build) == Approx(0.20));
  CHECK(*six.share(Side::internal, Purpose::maintain) == Approx(0.40));
  CHECK(*six.share(Side::internal, Purpose::use) == Approx(0.10));
  CHECK(*six.share(Side::external, Purpose::build) == Approx(0.04));
  CHECK(*six.share(Side::external, Purpose::maintain) == Approx(0.24));
  CHECK(*six.share(Side::external, Purpose::use) == Approx(0.02));
  CHECK(*six.evenness() == Approx(0.819399).margin(1e-6));
}

TEST_CASE("Nothing is neither even nor uneven") {
  const Behaviours none = behaviours_of({}, today);
  CHECK_FALSE(none.evenness());
  CHECK_FALSE(none.share(Side::internal, Purpose::use));
  Behaviours one;
  one.counts[0][0] = 7;
  CHECK(*one.evenness() == Approx(0).margin(1e-12));
  one.counts = {{{3, 3, 3}, {3, 3, 3}}};
  CHECK(*one.evenness() == Approx(1).margin(1e-12));
}

TEST_CASE("One touch, one cell") {
  CHECK(purpose_of(touch(10, 40)) == Purpose::build);
  CHECK(purpose_of(touch(10, 41)) == Purpose::maintain);
  CHECK(purpose_of(touch(10, 10)) == Purpose::build);
  CHECK(purpose_of(touch(10, 40, Side::internal, true)) == Purpose::use);
}

TEST_CASE("Ninety days count, and unknown sides are counted apart") {
  const std::vector touches = {touch(90, 90), touch(91, 91), touch(-1, 5), touch(1, 400, Side::external),
                               touch(1, 400, std::nullopt)};
  const Behaviours six = behaviours_of(touches, today);
  CHECK(six.total() == 2);
  CHECK(six.count(Side::internal, Purpose::build) == 1);
  CHECK(six.count(Side::external, Purpose::maintain) == 1);
  CHECK(six.unknown_side == 1);
}

TEST_CASE("Inside is the same organisation or the same domain") {
  const Workplace user{"Example Ltd", {"example.org"}};
  CHECK(side_of({"EXAMPLE LTD", {}}, user) == Side::internal);
  CHECK(side_of({"", {"Example.ORG"}}, user) == Side::internal);
  CHECK(side_of({"Other", {"other.example.org", "example.org"}}, user) == Side::internal);
  CHECK(side_of({"Other", {}}, user) == Side::external);
  CHECK(side_of({"", {"other.example.org"}}, user) == Side::external);
  CHECK(side_of({"", {}}, user) == std::nullopt);
  CHECK(side_of({"Other", {}}, {"", {"example.org"}}) == std::nullopt);
}
