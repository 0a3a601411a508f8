// The 4×4 table and what becomes of it once the remote text is known.
#include "core/sync/decide.h"

#include <catch2/catch.hpp>

using namespace goodturn::sync;

TEST_CASE("every pair of words has its verb") {
  struct Row {
    Change local, remote;
    Verb verb;
  };
  using enum Change;
  const std::vector<Row> rows = {{absent, absent, Verb::nothing},       {absent, same, Verb::update_local},
                                 {absent, edited, Verb::update_local},  {absent, gone, Verb::forget},
                                 {same, absent, Verb::create_remote},   {same, same, Verb::nothing},
                                 {same, edited, Verb::update_local},    {same, gone, Verb::delete_local},
                                 {edited, absent, Verb::create_remote}, {edited, same, Verb::push},
                                 {edited, edited, Verb::merge},         {edited, gone, Verb::create_remote},
                                 {gone, absent, Verb::forget},          {gone, same, Verb::delete_remote},
                                 {gone, edited, Verb::update_local},    {gone, gone, Verb::forget}};
  CHECK(rows.size() == all_changes.size() * all_changes.size());
  for (const Row& row : rows) {
    INFO(to_string(row.local) << " here, " << to_string(row.remote) << " there");
    CHECK(decide(row.local, row.remote) == row.verb);
  }
}

TEST_CASE("a local edit is never thrown away by a verb that only takes the remote side") {
  for (const Change remote : all_changes) {
    const Verb verb = decide(Change::edited, remote);
    CHECK((verb == Verb::create_remote || verb == Verb::push || verb == Verb::merge));
  }
  for (const Change local : all_changes) CHECK(decide(local, Change::edited) != Verb::delete_remote);
}

TEST_CASE("content decides, the etag only hints") {
  CHECK(settle(Change::same, Change::same, true) == Verb::adopt);
  CHECK(settle(Change::edited, Change::same, false) == Verb::push);
  CHECK(settle(Change::gone, Change::same, false) == Verb::delete_remote);
  CHECK(settle(Change::edited, Change::edited, true) == Verb::adopt);
  CHECK(settle(Change::edited, Change::edited, false) == Verb::merge);
  CHECK(settle(Change::absent, Change::edited, false) == Verb::update_local);
}
