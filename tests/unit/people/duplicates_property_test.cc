// What holds for every address book: order, symmetry, proofs, and how often the proposals are right.
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdio>
#include <random>
#include <set>

#include "tests/unit/people/likenesses.h"
#include "tests/unit/people/synthetic_books.h"
#include "tests/unit/text/random_document.h"

using namespace goodturn;
using namespace goodturn::people;

namespace {

/// How many pairs of cards are one person, were proposed, and both.
struct Score {
  std::size_t true_pairs = 0;
  std::size_t proposed[3] = {};  ///< by certainty
  std::size_t right[3] = {};

  [[nodiscard]] double precision(Certainty from) const {
    std::size_t all = 0, good = 0;
    for (auto at = static_cast<std::size_t>(from); at < 3; ++at) {
      all += proposed[at];
      good += right[at];
    }
    return all == 0 ? 1 : static_cast<double>(good) / static_cast<double>(all);
  }
  [[nodiscard]] double recall(Certainty from) const {
    std::size_t good = 0;
    for (auto at = static_cast<std::size_t>(from); at < 3; ++at) good += right[at];
    return static_cast<double>(good) / static_cast<double>(true_pairs);
  }
};

Score score_of(const Books& books, const std::vector<Proposal>& proposals) {
  Score score;
  for (std::size_t i = 0; i < books.who.size(); ++i)
    for (std::size_t j = i + 1; j < std::min(i + 3, books.who.size()); ++j)
      score.true_pairs += books.who[i] == books.who[j];
  for (const Proposal& proposal : proposals)
    for (std::size_t i = 0; i < proposal.people.size(); ++i)
      for (std::size_t j = i + 1; j < proposal.people.size(); ++j) {
        const auto at = static_cast<std::size_t>(proposal.certainty);
        ++score.proposed[at];
        score.right[at] += books.who[proposal.people[i]] == books.who[proposal.people[j]];
      }
  return score;
}

/// One card that says as much as another and shares nothing with any: for "name alone".
Likeness stripped(Likeness card, std::size_t number) {
  const std::string place = std::to_string(number);
  card.emails = {"only" + place + "@example.org"};
  card.phones = {"+4930" + std::to_string(10'000'000 + number)};
  if (!card.organisations.empty()) card.organisations = {"Firm" + place};
  return card;
}

}  // namespace

TEST_CASE("the proposals are the same for every order of the cards") {
  const auto seed = tests::seed_of("duplicates, order");
  for (std::uint64_t round = 0; round < 20; ++round) {
    Books books = draw_books(200, seed + round);
    const auto once = found_among(books.cards);
    REQUIRE_FALSE(once.empty());
    std::mt19937_64 random(seed + round);
    std::shuffle(books.cards.begin(), books.cards.end(), random);
    REQUIRE(found_among(books.cards) == once);
  }
}

TEST_CASE("two cards are one person or not, whichever is asked first") {
  const auto seed = tests::seed_of("duplicates, symmetry");
  const Books books = draw_books(120, seed);
  std::size_t linked = 0;
  for (std::size_t i = 0; i < books.cards.size(); ++i)
    for (std::size_t j = i + 1; j < books.cards.size(); ++j) {
      // The UIDs change places with the cards: what is asked first has the smaller one.
      Likeness a = books.cards[i], b = books.cards[j];
      a.uids = {Uid("1")}, b.uids = {Uid("2")};
      const auto one_way = found_among({a, b});
      a.uids = {Uid("2")}, b.uids = {Uid("1")};
      REQUIRE(found_among({b, a}) == one_way);
      linked += one_way.size();
    }
  CHECK(linked > 20);
}

TEST_CASE("no proposal comes from a name alone") {
  const auto seed = tests::seed_of("duplicates, name alone");
  for (std::uint64_t round = 0; round < 20; ++round) {
    Books books = draw_books(200, seed + round);
    for (std::size_t i = 0; i < books.cards.size(); ++i) {
      books.cards[i] = stripped(std::move(books.cards[i]), i);
      books.cards[i].names = {i % 2 == 0 ? "Ada Example" : "Example, Ada"};
    }
    REQUIRE(found_among(books.cards).empty());
  }
}

TEST_CASE("nobody is in two proposals, and no pair that was turned down returns") {
  const auto seed = tests::seed_of("duplicates, turned down");
  const Books books = draw_books(400, seed);
  std::vector<CardPair> apart;
  for (int round = 0; round < 4; ++round) {
    std::set<std::string> seen;
    for (const Named& one : found_among(books.cards, apart)) {
      for (const std::string& uid : one.uids) REQUIRE(seen.insert(uid).second);
      for (const std::string& a : one.uids)
        for (const std::string& b : one.uids)
          REQUIRE(std::find(apart.begin(), apart.end(), CardPair{Uid(a), Uid(b)}) == apart.end());
      apart.emplace_back(Uid(one.uids[1]), Uid(one.uids[0]));
      apart.emplace_back(Uid(one.uids[0]), Uid(one.uids[1]));
    }
  }
}

TEST_CASE("most proposals are right and most duplicates are proposed") {
  const auto seed = tests::seed_of("duplicates, precision and recall");
  const Books books = draw_books(8000, seed);
  REQUIRE(books.cards.size() > 10'000);
  const auto start = std::chrono::steady_clock::now();
  const auto proposals = find_duplicates(books.cards, {}, plain_letters);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const Score score = score_of(books, proposals);
  std::printf("%zu cards, %zu true pairs, %zu proposals in %.2f s\n", books.cards.size(), score.true_pairs,
              proposals.size(), seconds);
  for (const Certainty from : {Certainty::certain, Certainty::likely, Certainty::possible})
    std::printf("  %-8s and surer: precision %.3f, recall %.3f\n", std::string(to_string(from)).c_str(),
                score.precision(from), score.recall(from));
  CHECK(score.precision(Certainty::certain) > 0.98);
  CHECK(score.precision(Certainty::likely) > 0.95);
  CHECK(score.precision(Certainty::possible) > 0.85);
  CHECK(score.recall(Certainty::certain) > 0.5);
  CHECK(score.recall(Certainty::possible) > 0.85);
  CHECK(seconds < 10);  // generous: the bench measures it
}
