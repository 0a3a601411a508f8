// metrics.md 2.14, evidence, and 2.13, common neighbours.
#include "core/network/pairs.h"

#include <catch2/catch.hpp>

#include "core/network/acquaintance.h"
#include "tests/unit/network/toy.h"
#include "tests/unit/relations/favours.h"

using namespace goodturn;
using namespace goodturn::network;
using relations::ago;
using relations::today;

namespace {

PairSign sign(std::size_t a, std::size_t b, PairEvidence evidence, int age = 10, int people = 3) {
  return {a, b, evidence, ago(age), people};
}

PairCounts counts(const std::vector<PairSign>& signs, std::size_t people = 4) {
  return pair_knowledge(people, signs, today).counts;
}

}  // namespace

TEST_CASE("What the user, an introduction or a card says makes a tie") {
  for (const PairEvidence evidence :
       {PairEvidence::user_said, PairEvidence::introduced, PairEvidence::related}) {
    const PairKnowledge known = pair_knowledge(4, std::vector{sign(2, 1, evidence, 4000)}, today);
    CHECK(known.ties.joined(1, 2));
    CHECK(known.counts == PairCounts{6, 1, 0, 0});
    CHECK(known.counts.unknown() == 5);
  }
}

TEST_CASE("Twice together in a year, in small company, makes a tie") {
  using enum PairEvidence;
  CHECK(counts({sign(0, 1, co_meeting)}).known() == 0);
  CHECK(counts({sign(0, 1, co_meeting), sign(1, 0, cc)}).inferred == 1);
  CHECK(counts({sign(0, 1, co_meeting), sign(0, 1, co_meeting, 365)}).inferred == 1);
  CHECK(counts({sign(0, 1, co_meeting), sign(0, 1, co_meeting, 366)}).inferred == 0);
  CHECK(counts({sign(0, 1, co_meeting), sign(0, 1, co_meeting, 10, 5)}).inferred == 1);
  CHECK(counts({sign(0, 1, co_meeting), sign(0, 1, co_meeting, 10, 6)}).inferred == 0);
  CHECK(counts({sign(0, 1, co_meeting), sign(0, 1, cc, -1)}).inferred == 0);
}

TEST_CASE("The user's newest word wins") {
  using enum PairEvidence;
  CHECK(counts({sign(0, 1, user_denied)}) == PairCounts{6, 0, 0, 1});
  CHECK(counts({sign(0, 1, user_denied), sign(0, 1, co_meeting, 1), sign(0, 1, cc, 1),
                sign(0, 1, related)}) == PairCounts{6, 0, 0, 1});
  CHECK(counts({sign(0, 1, user_denied, 9), sign(0, 1, user_said, 8)}) == PairCounts{6, 1, 0, 0});
  CHECK(counts({sign(0, 1, user_said, 9), sign(0, 1, user_denied, 8)}) == PairCounts{6, 0, 0, 1});
  CHECK(counts({sign(0, 1, user_denied, 9), sign(0, 1, user_said, 9)}) == PairCounts{6, 1, 0, 0});
}

TEST_CASE("Signs about nobody are left out, and small lists have few pairs") {
  using enum PairEvidence;
  CHECK(counts({sign(1, 1, user_said), sign(0, 9, user_said), sign(4, 1, user_said)}) ==
        PairCounts{6, 0, 0, 0});
  CHECK(counts({}, 0).pairs == 0);
  CHECK(counts({}, 1).pairs == 0);
  CHECK(counts({}, 28).pairs == 378);
}

TEST_CASE("Common contacts of the toy network") {
  for (const std::size_t one : {A, B}) {
    const CommonContacts common = common_contacts(toy_contacts(), one, D);
    CHECK(common.count == 1);
    CHECK(common.adamic_adar == Approx(0.910239).margin(1e-6));
    CHECK(common.resource_allocation == Approx(0.333333).margin(1e-6));
    CHECK(common.jaccard == Approx(0.5).margin(1e-6));
  }
  for (const auto& [a, b] : {std::pair{D, E}, std::pair{G, H}}) {
    const CommonContacts none = common_contacts(toy_contacts(), a, b);
    CHECK(none.count == 0);
    CHECK(none.adamic_adar == 0);
    CHECK(none.resource_allocation == 0);
    CHECK(none.jaccard == 0);
  }
}

TEST_CASE("Overlap of somebody's company with the user's") {
  const auto is_a_or_b = [](std::size_t node) { return node == A || node == B; };
  CHECK(*clique_overlap(toy_contacts(), C, is_a_or_b) == Approx(2.0 / 3).margin(1e-6));
  CHECK(*clique_overlap(toy_contacts(), E, is_a_or_b) == 0);
  CHECK_FALSE(clique_overlap(toy_contacts(), G, is_a_or_b));
}
