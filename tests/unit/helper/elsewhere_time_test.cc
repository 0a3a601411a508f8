// From the zone or the address of a card to the hour at which a call fits.
#include "tests/unit/helper/test_world.h"

#include "core/suggest/quiet.h"
#include "helper/index/rebuild.h"
#include "helper/index/snapshot.h"

using namespace goodturn;
using namespace goodturn::helper;
using namespace std::chrono_literals;

namespace {

std::optional<std::chrono::minutes> offset(const Snapshot& snapshot, const char* uid) {
  return snapshot.by_uid(Uid(uid))->contact.offset;
}

}  // namespace

TEST_CASE("a card says when its person is at work") {
  TestWorld test;
  test.server.put("book/", "a.vcf", card("zone", "Ada Example", "TZ:America/New_York\r\n"));
  test.server.put("book/", "b.vcf", card("alias", "Bea Example", "TZ:US/Eastern\r\n"));
  test.server.put("book/", "c.vcf", card("offset", "Cy Example", "TZ;VALUE=utc-offset:+0530\r\n"));
  test.server.put("book/", "d.vcf", card("country", "Dan Example", "ADR:;;;Tokyo;;;Japan\r\n"));
  test.server.put("book/", "e.vcf", card("wide", "Eve Example", "ADR:;;;;;;USA\r\n"));
  test.server.put("book/", "f.vcf", card("odd", "Fay Example", "TZ:Raleigh\r\nADR:;;;;;;Deutschland\r\n"));
  test.server.put("book/", "g.vcf", card("none", "Gus Example"));
  test.set_up();
  test.sync();
  const auto check = [&] {
    const auto snapshot = *Snapshot::read(test.world());
    CHECK(offset(*snapshot, "zone") == -300min);
    CHECK(offset(*snapshot, "alias") == -300min);
    CHECK(offset(*snapshot, "offset") == 330min);
    CHECK(offset(*snapshot, "country") == 540min);
    CHECK_FALSE(offset(*snapshot, "wide"));
    CHECK(offset(*snapshot, "odd") == 60min);
    CHECK_FALSE(offset(*snapshot, "none"));
    // It is 10 o'clock in Berlin: in Tokyo the day's work ends at once, in New York it begins at 15 o'clock.
    const Instant now = test.clock.now();
    CHECK(suggest::next_call(snapshot->ranking().circle(), -300min, now) ==
          parse_instant("2026-11-18T14:00:00Z"));
    CHECK(suggest::next_call(snapshot->ranking().circle(), 540min, now) !=
          suggest::next_call(snapshot->ranking().circle(), -300min, now));
  };
  check();
  REQUIRE(rebuild_index(test.world()));
  check();
}
