// The trash and the change log are kept for a time, and not shortened by a clock that jumps.
#include "core/sync/history.h"
#include "tests/unit/helper/test_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

using namespace std::chrono_literals;

/// One card in the trash.
void set_up(TestWorld& test) {
  test.server.put("book/", "ada.vcf", card("urn:uuid:ada", "Ada Example"));
  test.server.put("book/", "bob.vcf", card("urn:uuid:bob", "Bob Example"));
  test.set_up();
  test.sync();
  test.server.collections["book/"].erase("ada.vcf");
  test.sync();
  REQUIRE(test.world().store.trash()->size() == 1);
}

void sync_daily(TestWorld& test, int days) {
  for (int day = 0; day < days; ++day) {
    test.clock.pass(24h);
    test.sync();
  }
}

}  // namespace

TEST_CASE("what is in the trash goes after its time, when days went by one after the other") {
  TestWorld test;
  set_up(test);
  sync_daily(test, static_cast<int>(sync::trash_kept.count()));
  CHECK(test.world().store.trash()->size() == 1);
  sync_daily(test, 1);
  CHECK(test.world().store.trash()->empty());
}

TEST_CASE("a clock that is ten years ahead for a day empties no trash") {
  TestWorld test;
  set_up(test);
  const std::string before = to_iso(test.clock.now());
  test.clock.set("2036-11-18T09:00:00Z");
  test.sync();
  test.sync();
  sync_daily(test, 1);
  CHECK(test.world().store.trash()->size() == 1);
  test.clock.set(before);
  sync_daily(test, 3);
  CHECK(test.world().store.trash()->size() == 1);
  sync_daily(test, static_cast<int>(sync::trash_kept.count()));
  CHECK(test.world().store.trash()->empty());
}

TEST_CASE("after months without a sync the trash is emptied two days later") {
  TestWorld test;
  set_up(test);
  test.clock.pass(100 * 24h);
  test.sync();
  sync_daily(test, 1);
  CHECK(test.world().store.trash()->size() == 1);
  sync_daily(test, 1);
  CHECK(test.world().store.trash()->empty());
}
