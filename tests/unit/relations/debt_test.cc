// metrics.md 2.9 (e).
#include "core/relations/debt.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/unit/relations/favours.h"

using namespace goodturn;
using namespace goodturn::relations;

namespace {

double debt(const std::vector<LedgerEntry>& entries) { return social_debt(entries, today).total; }

LedgerEntry in_crisis(LedgerEntry favour) {
  favour.crisis = true;
  return favour;
}

}  // namespace

TEST_CASE("What was received is owed, faded by its age") {
  CHECK(debt({}) == 0);
  CHECK(debt({received(3)}) == 3);
  CHECK(debt({received(2, 365), received(1)}) == Approx(2).margin(1e-6));
  CHECK(debt({received(2, -1)}) == 0);
}

TEST_CASE("Help in a crisis weighs half as much again") { CHECK(debt({in_crisis(received(2))}) == 3); }

TEST_CASE("Thanks take 30 per cent off, never all, and only once") {
  CHECK(debt({thanked(received(2), 0)}) == Approx(1.4).margin(1e-6));
  CHECK(debt({received(2), gave(1, 0, GiveKind::thanks)}) == Approx(1.4).margin(1e-6));
  CHECK(debt({thanked(received(2), 0), gave(3, 0, GiveKind::thanks)}) == Approx(1.4).margin(1e-6));
  CHECK(debt({received(2), gave(3, 1, GiveKind::thanks)}) == 2);
  CHECK(debt({in_crisis(thanked(received(2), 0))}) == Approx(2.1).margin(1e-6));
}

TEST_CASE("Only a later gift is a return, and it never becomes a credit") {
  const double faded = std::exp2(-10.0 / 365);
  CHECK(debt({received(3, 10), gave(1)}) == Approx(3 * faded - 1).margin(1e-6));
  CHECK(debt({received(3, 10), gave(1, 10)}) == Approx(3 * faded).margin(1e-6));
  CHECK(debt({received(3, 10), gave(1, 11)}) == Approx(3 * faded).margin(1e-6));
  CHECK(debt({received(1, 10), gave(3)}) == 0);
  CHECK(social_debt(std::vector{received(2, 365), gave(1)}, today).owed.empty());
  CHECK(debt({received(1, 10), gave(3, 5), received(2)}) == 2);
}

TEST_CASE("The oldest large favour comes first") {
  const SocialDebt owed =
      social_debt(std::vector{received(1, 10), received(3, 20), received(1, 300), gave(1, 400)}, today);
  REQUIRE(owed.owed.size() == 3);
  CHECK(owed.owed[0].entry == 2);
  CHECK(owed.owed[1].entry == 1);
  CHECK(owed.owed[2].entry == 0);
  CHECK_FALSE(owed.owed[0].thanked);
  CHECK(owed.total == Approx(owed.owed[0].weight + owed.owed[1].weight + owed.owed[2].weight));
}
