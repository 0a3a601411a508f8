#include "adapters/dav/spool.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace goodturn;
using namespace goodturn::dav;

TEST_CASE("a spool gives back what it was given, in order and once") {
  Spool spool;
  const std::string odd("with\0nothing\r\nspared", 21);
  for (int i = 0; i < 1000; ++i)
    REQUIRE(
        spool.add({Href("/" + std::to_string(i)), Etag(i % 2 == 0 ? "" : "\"1\""), i % 3 == 0 ? odd : ""}));
  CHECK(spool.size() == 1000);
  std::vector<sync::RemoteItem> given;
  const auto take = [&](sync::RemoteItem item) {
    given.push_back(std::move(item));
    return Result<void>();
  };
  REQUIRE(spool.take_all(take));
  REQUIRE(given.size() == 1000);
  for (int i = 0; i < 1000; ++i) {
    const auto& item = given[static_cast<std::size_t>(i)];
    CHECK(item.href.value == "/" + std::to_string(i));
    CHECK(item.etag.empty() == (i % 2 == 0));
    CHECK(item.text == (i % 3 == 0 ? odd : ""));
  }
  REQUIRE(spool.take_all(take));
  CHECK(given.size() == 1000);
}

TEST_CASE("a spool stops where its taker stops") {
  Spool spool;
  for (int i = 0; i < 3; ++i) REQUIRE(spool.add({Href("/"), {}, "text"}));
  int taken = 0;
  const auto stopped = spool.take_all([&](const sync::RemoteItem&) -> Result<void> {
    if (++taken == 2) return fail(ErrorKind::cancelled, "enough");
    return {};
  });
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().kind == ErrorKind::cancelled);
  CHECK(taken == 2);
}
