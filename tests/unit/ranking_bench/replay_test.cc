// The weekly replay on an ego whose silences are known.
#include "tests/bench/ranking/replay.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/unit/ranking_bench/small_sets.h"

using namespace goodturn;
using namespace goodturn::bench;

namespace {

/// Ten ties written to on days 0, 5 and 10; what comes later differs from test to test.
MessageSet ten_ties() {
  MessageSet set = set_of(10);
  for (int tie = 1; tie <= 10; ++tie) write_on(set, tie, {0, 5, 10});
  return set;
}

/// Prefers the ties in the order given by `score(name)`.
Scorer always(double (*score)(std::size_t)) {
  return {"always", [score](const Moment& moment) {
            std::vector<double> scores;
            for (const std::size_t tie : moment.candidates) scores.push_back(score(tie));
            return scores;
          }};
}

/// One policy, one showing a week, from day 20 on.
ReplaySums replayed(MessageSet set, const Scorer& scorer, int weeks, int limit, std::size_t strong = 15) {
  std::stable_sort(set.messages.begin(), set.messages.end(),
                   [](const Message& a, const Message& b) { return a.at < b.at; });
  const Ego ego = EgoBook(set).ego(0);
  const std::vector<Scorer> policies = {scorer};
  Replay replay(ego, policies, {1, strong, 1}, limit);
  for (int week = 0; week < weeks; ++week) {
    const Moment moment = look(ego, day_at(20 + 7 * week));
    const std::vector<std::vector<double>> scores = {scorer.score(moment)};
    replay.week(moment, scores, 1);
  }
  return replay.finish().front();
}

double first_only(std::size_t tie) { return tie == 0 ? 1 : not_offered; }
double in_turn(std::size_t tie) { return -static_cast<double>(tie); }

}  // namespace

TEST_CASE("A tie rests for 28 days after a showing, and for good after two in one silence") {
  const ReplaySums sums = replayed(ten_ties(), always(first_only), 12, 60);
  CHECK(sums.useful.whole == 2);  // days 20 and 48
  CHECK(sums.useful.part == 2);   // elapsed 10 and 38 days, nobody wrote
  CHECK(sums.redundant.part == 0);
  CHECK(sums.strong.part == 2);
}

TEST_CASE("Contact ends a silence, and the tie may be shown again") {
  MessageSet set = ten_ties();
  write_on(set, 1, {60});
  const ReplaySums sums = replayed(set, always(first_only), 12, 60);
  CHECK(sums.useful.whole == 3);  // days 20, 48 and 76; the twelfth week is day 97
}

TEST_CASE("A showing is redundant when the ego writes within the week, useful only before the limit") {
  MessageSet set = ten_ties();
  write_on(set, 1, {27});  // the seventh day after day 20
  CHECK(replayed(set, always(first_only), 1, 60).redundant.part == 1);
  CHECK(replayed(set, always(first_only), 1, 60).useful.part == 0);
  MessageSet later = ten_ties();
  write_on(later, 1, {28});
  CHECK(replayed(later, always(first_only), 1, 60).redundant.part == 0);
  CHECK(replayed(later, always(first_only), 1, 60).useful.part == 1);
  CHECK(replayed(later, always(first_only), 1, 10).useful.part == 0);  // ten days are the limit already
}

TEST_CASE("What others write to the ego makes no showing redundant") {
  MessageSet set = ten_ties();
  set.messages.push_back({1, 0, noon_of(22)});
  CHECK(replayed(set, always(first_only), 1, 60).redundant.part == 0);
}

TEST_CASE("Coverage counts long silences of strong ties that began during the replay") {
  MessageSet set = ten_ties();
  for (int tie = 1; tie <= 10; ++tie) write_on(set, tie, {21});  // everybody's silence begins here
  write_on(set, 10, {120});                                      // the ego is there until day 120
  const ReplaySums sums = replayed(set, always(in_turn), 6, 60);
  CHECK(sums.coverage.whole == 10);
  CHECK(sums.coverage.part ==
        4);  // days 27, 34 and 41, then the first tie once its showing of day 20 is 28 days old
  CHECK(sums.lateness.whole == 4);
  CHECK(sums.lateness.part == 6 + 13 + 20 + 27);
  CHECK(replayed(set, always(in_turn), 6, 100).coverage.whole == 0);
}

TEST_CASE("Only the named number of places counts as strong") {
  MessageSet set = ten_ties();
  for (int tie = 1; tie <= 10; ++tie)
    for (int more = 0; more < tie; ++more)
      set.messages.push_back({0, tie, noon_of(10) + std::chrono::hours(more % 8)});
  const ReplaySums sums = replayed(set, always(in_turn), 4, 60, 3);  // shows ties 1 to 4, the weakest
  CHECK(sums.strong.part == 0);
  CHECK(sums.timely.part == 4);
  CHECK(sums.useful.part == 0);
}

TEST_CASE("A policy that spares ties shown in this silence turns to the others") {
  MessageSet set = ten_ties();
  for (int tie = 1; tie <= 10; ++tie) write_on(set, tie, {21});
  write_on(set, 10, {120});
  Scorer scorer = always([](std::size_t tie) { return 1 - 0.01 * static_cast<double>(tie); });
  CHECK(replayed(set, scorer, 9, 60).coverage.part ==
        4);  // four ties take turns, each free again after 28 days
  scorer.repeat = 0.5;
  CHECK(replayed(set, scorer, 9, 60).coverage.part == 8);
}
