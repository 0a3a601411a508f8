// metrics.md 2.9 (f), (g), (h).
#include "core/relations/giving.h"

#include <catch2/catch.hpp>

#include "tests/unit/relations/favours.h"

using namespace goodturn;
using namespace goodturn::relations;

namespace {

std::vector<LedgerEntry> repeated(int count, const LedgerEntry& entry) {
  return std::vector<LedgerEntry>(static_cast<std::size_t>(count), entry);
}

std::vector<LedgerEntry> joined(std::vector<LedgerEntry> left, const std::vector<LedgerEntry>& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

}  // namespace

TEST_CASE("Taking nine and giving one is told, taking four and giving none is too little to say") {
  const std::vector asks(4, ask(AskState::open, 20));
  const TakingAndGiving much =
      taking_and_giving(joined(repeated(5, received(1, 90)), {gave(1, 30)}), asks, today);
  CHECK(much.take() == Share{9, 10});
  CHECK(much.is_taking());
  const TakingAndGiving little = taking_and_giving(repeated(4, received(1)), {}, today);
  CHECK(little.take() == Share{4, 4});
  CHECK_FALSE(little.is_taking());
  CHECK_FALSE(TakingAndGiving{7, 0, 3}.is_taking());
  CHECK(TakingAndGiving{8, 0, 3}.is_taking());
  CHECK_FALSE(TakingAndGiving{}.is_taking());
}

TEST_CASE("Only the last ninety days count for taking, and withdrawn asks do not") {
  const std::vector entries = {received(1, 91), received(1, -1), gave(1, 90)};
  const std::vector asks = {ask(AskState::withdrawn, 3), ask(AskState::no, 91)};
  const TakingAndGiving counts = taking_and_giving(entries, asks, today);
  CHECK(counts.take() == Share{0, 1});
}

TEST_CASE("Giving one way is mentioned for peers only") {
  const std::vector<LedgerEntry> six = repeated(6, gave(1));
  CHECK(one_way_giving(six, TieKind::peer, today)->gave == 6);
  CHECK(one_way_giving(six, TieKind::peer, today)->balance == Approx(0.75));
  CHECK_FALSE(one_way_giving(six, TieKind::peer, today)->last_received);
  CHECK(one_way_giving(six, TieKind::external_peer, today));
  for (const TieKind tie : {TieKind::up, TieKind::down, TieKind::family})
    CHECK_FALSE(one_way_giving(six, tie, today));
  CHECK_FALSE(one_way_giving(repeated(5, gave(2)), TieKind::peer, today));
  CHECK_FALSE(one_way_giving(repeated(9, gave(1, 0, GiveKind::thanks)), TieKind::peer, today));
  CHECK_FALSE(one_way_giving(joined(six, repeated(2, received(3))), TieKind::peer, today));
  const auto with_old = one_way_giving(joined(repeated(6, gave(2)), {received(1, 430), received(1, 800)}),
                                       TieKind::peer, today);
  REQUIRE(with_old);
  CHECK(with_old->last_received == ago(430));
}

TEST_CASE("More gives than energy for three weeks running") {
  std::vector<LedgerEntry> entries;
  for (const int age : {0, 1, 6, 7, 8, 13, 14, 15, 20}) entries.push_back(gave(1, age));
  CHECK(gives_beyond_energy(entries, 2, today));
  CHECK_FALSE(gives_beyond_energy(entries, 3, today));
  entries.pop_back();
  CHECK_FALSE(gives_beyond_energy(entries, 2, today));
  CHECK_FALSE(gives_beyond_energy({}, 0, today));
}

TEST_CASE("The thanks rate and how long thanks take") {
  const std::vector entries = {thanked(received(1, 30), 28),
                               thanked(received(1, 60), 50),
                               received(1, 5),
                               thanked(received(1, 365), 365),
                               received(1, 366),
                               gave(1)};
  const Thanking habit = thanking(entries, today);
  CHECK(habit.acknowledged == Share{3, 4});
  CHECK(*habit.median_days == 2);
  CHECK_FALSE(thanking(std::vector{received(1)}, today).median_days);
  CHECK_FALSE(thanking({}, today).acknowledged.value());
}

TEST_CASE("The share of unprompted gives") {
  LedgerEntry asked = gave(1);
  asked.asked = true;
  CHECK(unprompted_gives(joined(repeated(6, gave(1)), {asked, asked, received(1)}), today) == Share{6, 8});
  CHECK(unprompted_gives({}, today) == Share{0, 0});
}

TEST_CASE("Days since something of a kind") {
  const std::vector entries = {received(1, 200, GiveKind::feedback), received(1, 190, GiveKind::feedback),
                               gave(1, 3, GiveKind::feedback), received(1, 2, GiveKind::advice),
                               received(1, -4, GiveKind::feedback)};
  const std::vector kinds = {GiveKind::feedback};
  CHECK(days_since(entries, LedgerSide::received, kinds, today) == 190);
  CHECK(days_since(entries, LedgerSide::received, std::vector{GiveKind::thanks}, today) == std::nullopt);
}
