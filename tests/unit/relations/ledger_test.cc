// metrics.md 2.9 (a) and (d).
#include "core/relations/ledger.h"

#include <catch2/catch.hpp>
#include <random>

#include "tests/unit/relations/favours.h"
#include "tests/unit/relations/seed.h"

using namespace goodturn;
using namespace goodturn::relations;

namespace {

/// Undecayed G and R out of entries dated today.
double balance(int gave_total, int received_total, TieKind tie = TieKind::peer) {
  std::vector<LedgerEntry> entries;
  for (int i = 0; i < gave_total; ++i) entries.push_back(gave(1));
  for (int i = 0; i < received_total; ++i) entries.push_back(received(1));
  return balance_of(entries, tie, today).value;
}

}  // namespace

TEST_CASE("The balance matches the undecayed oracles") {
  CHECK(balance(0, 0) == 0);
  CHECK(balance(3, 3) == 0);
  CHECK(balance(1, 5) == Approx(-0.5).margin(1e-6));
  CHECK(balance(6, 0) == Approx(0.75).margin(1e-6));
  CHECK(balance(0, 6) == Approx(-0.75).margin(1e-6));
  CHECK(balance(12, 4) == Approx(0.444444).margin(1e-6));
}

TEST_CASE("The balance fades with a half-life of a year") {
  const std::vector entries = {gave(1), gave(2, 365), received(4, 730), received(1, 10)};
  const Balance result = balance_of(entries, TieKind::peer, today);
  CHECK(result.gave == Approx(2.0).margin(1e-6));
  CHECK(result.received == Approx(1.981189).margin(1e-6));
  CHECK(result.value == Approx(0.003145).margin(1e-6));
  CHECK(result.gave_count == 2);
  CHECK(result.received_count == 2);
}

TEST_CASE("Entries of the future do not count") {
  const Balance result = balance_of(std::vector{gave(3, -1), received(1)}, TieKind::peer, today);
  CHECK(result.gave == 0);
  CHECK(result.gave_count == 0);
  CHECK(result.received_count == 1);
  CHECK(faded_size(gave(3, -1), today) == 0);
}

TEST_CASE("Towards people above, the currencies of juniors count double") {
  const std::vector entries = {gave(1, 0, GiveKind::thanks), gave(1, 0, GiveKind::public_recognition),
                               gave(1, 0, GiveKind::information), gave(1, 0, GiveKind::advice),
                               received(1, 0, GiveKind::information)};
  CHECK(balance_of(entries, TieKind::up, today).gave == 7);
  CHECK(balance_of(entries, TieKind::up, today).received == 1);
  CHECK(balance_of(entries, TieKind::peer, today).gave == 4);
}

TEST_CASE("What is ordinary depends on the kind of tie") {
  const auto word = [](double value, TieKind tie) { return balance_word({value, 1, 1, 2, 1}, tie); };
  for (const TieKind tie : {TieKind::peer, TieKind::external_peer}) {
    CHECK(word(0.6, tie) == BalanceWord::within);
    CHECK(word(0.61, tie) == BalanceWord::gives_more);
    CHECK(word(-0.4, tie) == BalanceWord::within);
    CHECK(word(-0.41, tie) == BalanceWord::receives_more);
  }
  CHECK(word(-0.9, TieKind::up) == BalanceWord::within);
  CHECK(word(-0.91, TieKind::up) == BalanceWord::receives_more);
  CHECK(word(0.61, TieKind::up) == BalanceWord::gives_more);
  CHECK(balance_word({-0.6, 0, 3, 0, 1}, TieKind::peer) == BalanceWord::within);
  CHECK(balance_word({0.75, 6, 0, 2, 0}, TieKind::peer) == BalanceWord::within);
  CHECK(word(0.99, TieKind::down) == BalanceWord::within);
  CHECK(word(-0.21, TieKind::down) == BalanceWord::receives_more);
  CHECK(word(-0.99, TieKind::family) == BalanceWord::not_enough);
  CHECK(balance_word({}, TieKind::peer) == BalanceWord::not_enough);
}

TEST_CASE("Thanks are late after seven days") {
  const std::vector entries = {received(1, 7), received(1, 8), thanked(received(1, 100), 93),
                               thanked(received(1, 100), 92), gave(1, 50)};
  CHECK(late_thanks(entries, today) == std::vector<std::size_t>{1, 3});
  CHECK(late_thanks({}, today).empty());
}

TEST_CASE("A gift moves the balance up, a favour down, and neither beyond the limits") {
  auto random = seeded();
  std::uniform_int_distribution size(1, 3), age(0, 2000), side(0, 1), kind(0, 11), tie(0, 4);
  for (int round = 0; round < 500; ++round) {
    std::vector<LedgerEntry> entries;
    const TieKind of = all_tie_kinds[static_cast<std::size_t>(tie(random))];
    for (int i = 0; i < 30; ++i) {
      const double before = balance_of(entries, of, today).value;
      const auto what = all_give_kinds[static_cast<std::size_t>(kind(random))];
      const bool gives = side(random) == 1;
      entries.push_back(gives ? gave(size(random), age(random), what)
                              : received(size(random), age(random), what));
      const double after = balance_of(entries, of, today).value;
      REQUIRE((gives ? after > before : after < before));
      REQUIRE(std::abs(after) < 1);
    }
  }
}
