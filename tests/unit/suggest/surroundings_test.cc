// What everybody together says, kept up to date: the same as from the beginning, and told apart from what
// changed nothing (ranking.md 3.7, bar 6).
#include "core/suggest/surroundings.h"

#include <catch2/catch.hpp>

#include "tests/unit/relations/seed.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using relations::QuietTime;

namespace {

Digest with_strength(double strength) {
  Digest digest;
  digest.strength.fill(strength);
  return digest;
}

/// Reached out every day from `first` to `last` days ago.
Digest daily(int first, int last) {
  Digest digest;
  for (int days = first; days >= last; --days) digest.outgoing.push_back(ago(days));
  return digest;
}

/// Everything but the pool, which has no list to compare.
void require_alike(const Surroundings& kept, const Surroundings& anew) {
  REQUIRE(kept.quiet() == anew.quiet());
  REQUIRE(kept.strongest() == anew.strongest());
  REQUIRE(kept.bounds() == anew.bounds());
  REQUIRE(kept.pool().size() == anew.pool().size());
  for (const int days : {0, 1, 5, 20, 60})
    REQUIRE(kept.pool().share_above(days) == anew.pool().share_above(days));
}

Digest any_digest(std::mt19937_64& random) {
  const auto pick = [&](int low, int high) { return std::uniform_int_distribution(low, high)(random); };
  Digest digest;
  for (int i = pick(0, 6); i > 0; --i) digest.gaps.push_back(pick(1, 40));
  for (int days = 90; days > 0; --days)
    if (pick(0, 5) == 0) digest.outgoing.push_back(ago(days));
  for (double& look : digest.strength) look = pick(0, 4);
  return digest;
}

}  // namespace

TEST_CASE("Surroundings: a day of reaching out ends a silence, and its removal brings it back") {
  Surroundings all(now);
  const Digest before = daily(90, 20);
  all.replace(0, {}, before);
  CHECK(all.renew());
  const std::vector<QuietTime> silence = {{ago(19), today}};
  CHECK(all.quiet() == silence);
  Digest after = before;
  after.outgoing.push_back(ago(10));
  all.replace(0, before, after);
  CHECK(all.renew());
  CHECK(all.quiet() == std::vector<QuietTime>{{ago(19), ago(11)}, {ago(9), today}});
  // A second person on the same day; then the first no more: the day stays.
  Digest second;
  second.outgoing = {ago(10)};
  all.replace(1, {}, second);
  CHECK_FALSE(all.renew());
  all.replace(0, after, before);
  all.renew();
  CHECK(all.quiet().size() == 2);
  all.replace(1, second, {});
  CHECK(all.renew());
  CHECK(all.quiet() == silence);
}

TEST_CASE("Surroundings: only what changes others is told") {
  Surroundings all(now);
  CHECK(all.strongest() == 0);
  all.replace(0, {}, with_strength(4));
  all.replace(1, {}, with_strength(2));
  CHECK(all.renew());
  CHECK(all.strongest() == 4);
  CHECK_FALSE(all.renew());
  all.replace(1, with_strength(2), with_strength(3));  // still the second of two
  CHECK_FALSE(all.renew());
  all.replace(1, with_strength(3), with_strength(5));
  CHECK(all.renew());
  CHECK(all.strongest() == 5);
  Digest gaps = with_strength(5);
  gaps.gaps.assign(30, 7);
  all.replace(1, with_strength(5), gaps);
  CHECK_FALSE(all.renew());
  CHECK(all.pool().size() == 30);
  all.replace(1, gaps, with_strength(5));
  CHECK(all.pool().size() == 12);  // the built-in pool
}

TEST_CASE("Surroundings: a circle that is full has a bound, week by week") {
  Surroundings all(now);
  for (std::size_t i = 0; i < 4; ++i) all.replace(i, {}, with_strength(10 + static_cast<double>(i)));
  all.renew();
  CHECK(relations::layer_of(1, all.bounds()[0]) == 5);  // one place is free
  all.replace(4, {}, with_strength(9));
  CHECK(all.renew());
  for (const relations::LayerBounds& look : all.bounds()) {
    CHECK(relations::layer_of(9, look) == 5);
    CHECK(relations::layer_of(8, look) == 15);
  }
  Digest earlier = with_strength(9);
  earlier.strength[3] = 7;
  all.replace(4, with_strength(9), earlier);
  CHECK(all.renew());
  CHECK(relations::layer_of(8, all.bounds()[3]) == 5);
  CHECK(relations::layer_of(8, all.bounds()[2]) == 15);
}

TEST_CASE("Surroundings: after any changes they are what they are from the beginning") {
  auto random = seeded();
  for (int round = 0; round < 30; ++round) {
    Surroundings kept(now);
    std::vector<Digest> digests;
    for (int step = 0; step < 25; ++step) {
      const auto place = std::uniform_int_distribution<std::size_t>(0, digests.size())(random);
      const Digest changed = any_digest(random);
      kept.replace(place, place < digests.size() ? digests[place] : Digest{}, changed);
      if (place == digests.size()) digests.emplace_back();
      digests[place] = changed;
      kept.renew();
      Surroundings anew(now);
      for (std::size_t i = 0; i < digests.size(); ++i) anew.replace(i, {}, digests[i]);
      anew.renew();
      require_alike(kept, anew);
    }
  }
}
