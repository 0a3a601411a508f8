// The last syncs: newest first, so many and no more, and nothing that only looked.
#include "helper/sync/last_runs.h"
#include "tests/support/in_english.h"
#include "tests/unit/helper/test_world.h"

using namespace goodturn;
using namespace goodturn::helper;

TEST_CASE("runs are kept newest first, with whether something failed") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", card("urn:uuid:ada", "Ada Example", ""));
  test.set_up();
  const auto first = run_sync(test.world(), {});
  REQUIRE(first);
  REQUIRE(note_run(test.world(), *first));
  test.server.fault = [](const std::string& name) -> std::optional<Error> {
    return name == "list" ? std::optional(Error{ErrorKind::server, "down", "", 500, {}}) : std::nullopt;
  };
  const auto second = run_sync(test.world(), {});
  REQUIRE(second);
  REQUIRE(note_run(test.world(), *second));
  const auto runs = past_runs(test.world());
  REQUIRE(runs);
  REQUIRE(runs->size() == 2);
  CHECK(runs->front().failed);
  CHECK_FALSE(runs->back().failed);
  CHECK(runs->back().counts == counts_of(*first));
  CHECK(tests::english(summary_of(runs->back())) == tests::english(summary_of(*first)));
}

TEST_CASE("a look is no run, and the oldest runs go") {
  TestWorld test;
  SyncResult look;
  look.dry_run = DryRun::yes;
  REQUIRE(note_run(test.world(), look));
  CHECK(past_runs(test.world())->empty());
  for (std::size_t i = 0; i < kept_runs + 5; ++i) REQUIRE(note_run(test.world(), {}));
  CHECK(past_runs(test.world())->size() == kept_runs);
}

TEST_CASE("a list of runs that cannot be read counts as none") {
  TestWorld test;
  for (const char* text : {"{", "[1, {\"at\": \"never\"}]", "\"x\"", R"([{"at": "2026-11-20T09:00:00Z"}])",
                           R"([{"at": "2026-11-20T09:00:00Z", "end": 9, "counts": [1, 2, 3, 4, 5, 6]}])"}) {
    REQUIRE(test.world().store.set_setting("sync.runs", text));
    CHECK(past_runs(test.world())->empty());
  }
}

TEST_CASE("a sentence that an earlier version kept is told as it stands") {
  TestWorld test;
  REQUIRE(test.world().store.set_setting(
      "sync.runs",
      R"([{"at": "2026-11-20T09:00:00Z", "summary": "3 new in 2 collections.", "failed": false}])"));
  const auto runs = past_runs(test.world());
  REQUIRE(runs);
  REQUIRE(runs->size() == 1);
  CHECK(in_words(summary_of(runs->front()), Language::de) == "3 new in 2 collections.");
  REQUIRE(note_run(test.world(), {}));
  CHECK(past_runs(test.world())->back() == runs->front());
}
