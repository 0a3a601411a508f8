// F27: a long sync is stored piece by piece; wherever it is stopped, what came is whole.
#include "tests/support/in_english.h"
#include "tests/unit/helper/test_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

constexpr std::size_t count = 7000;  // stored 2,000 at once, and 500 where each is fetched

/// What a sync told of its batches.
struct Batches {
  int number = 0;
  std::size_t done = 0;
};

Batches cancelled_behind(TestWorld& test, int until) {
  Batches batches;
  SyncOptions options;
  options.on_progress = [&](const Progress& progress) {
    if (progress.phase != Progress::Phase::fetching) return;
    ++batches.number;
    CHECK(progress.done > batches.done);
    batches.done = progress.done;
  };
  options.cancelled = [&] { return batches.number >= until; };
  const auto cut = run_sync(test.world(), options);
  REQUIRE(cut);
  CHECK(cut->cancelled);
  return batches;
}

std::size_t agreed(TestWorld& test) {
  const auto marks = test.world().store.base_marks(test.collection("book").id);
  REQUIRE(marks);
  return marks->size();
}

}  // namespace

TEST_CASE("F27: a first sync cancelled behind any batch is good so far, and the next one brings the rest") {
  std::size_t done = 0;
  for (int until = 1; done < count; ++until) {
    INFO(until);
    REQUIRE(until < 20);
    TestWorld test;
    for (std::size_t number = 0; number < count; ++number) {
      const std::string uid = "p" + std::to_string(number);
      test.server.put("book/", uid + ".vcf", card(uid, "Person Example"));
    }
    test.set_up();
    const Batches batches = cancelled_behind(test, until);
    done = batches.done;
    CHECK(batches.number == until);
    CHECK(agreed(test) == done);
    CHECK(test.collection("book").token.empty() == (done < count));
    const Said new_ones("{count} new, 0", {{"count", static_cast<std::int64_t>(count - done)}});
    const std::string rest = done == count ? "Nothing new" : tests::english(new_ones);
    CHECK(tests::english(summary_of(test.sync())).starts_with(rest));
    CHECK(tests::english(summary_of(test.sync())) == "Nothing new in 2 collections.");
    CHECK(agreed(test) == count);
    CHECK(test.server.writes == 0);
  }
}
