// A sync and what the user does at the same time, in a helper with several threads.
#include <future>

#include "helper/accounts/accounts.h"
#include "helper/people/tag.h"
#include "tests/support/in_english.h"
#include "tests/unit/helper/test_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

using namespace std::chrono_literals;

const std::string ada = card("urn:uuid:ada", "Ada Example", "EMAIL:ada@example.org\r\nNOTE:old\r\n");

void set_up(TestWorld& test) {
  test.server.put("book/", "ada.vcf", ada);
  test.set_up();
  test.sync();
  REQUIRE(edit_collection(test.world(), test.collection("book").id, {{}, {}, true}));
}

Tagged tag(TestWorld& test) {
  auto tagged = edit_tags(test.world(), test.undo(), Uid("urn:uuid:ada"), {{"mentor"}, {}});
  REQUIRE(tagged);
  return *tagged;
}

}  // namespace

TEST_CASE("a tag set while its book is synchronised is sent by that sync, and clashes with nothing") {
  TestWorld test;
  set_up(test);
  test.server.put("book/", "ada.vcf",
                  card("urn:uuid:ada", "Ada Example", "EMAIL:ada@example.org\r\nNOTE:new\r\n"));
  test.server.put("book/", "bob.vcf", card("urn:uuid:bob", "Bob Example"));
  std::optional<Tagged> tagged;
  // The user presses the button when the sync has listed the book and asks for its texts.
  test.server.fault = [&](const std::string& request) -> std::optional<Error> {
    if (request == "fetch" && !tagged) tagged = std::async(std::launch::async, tag, std::ref(test)).get();
    return std::nullopt;
  };
  test.sync();
  REQUIRE(tagged);
  CHECK_FALSE(tagged->sent);
  CHECK(tests::english(tagged->note).find("A sync is running.") != std::string::npos);
  const std::string& there = test.server.text("book/", "ada.vcf");
  CHECK(there.find("CATEGORIES:mentor") != std::string::npos);
  CHECK(there.find("NOTE:new") != std::string::npos);
  CHECK(test.world().store.conflicts()->empty());
  CHECK(test.world().store.intents()->empty());
  CHECK(test.world().store.writes(10)->size() == 1);
  const int writes = test.server.writes;
  test.sync();
  CHECK(test.server.writes == writes);
}

TEST_CASE("a new card that comes in while its book is synchronised goes out at the end of that sync") {
  TestWorld test;
  set_up(test);
  test.server.put("book/", "ada.vcf", card("urn:uuid:ada", "Ada Example", "NOTE:new\r\n"));
  test.server.put("book/", "bob.vcf", card("urn:uuid:bob", "Bob Example"));  // its text does not come inside
  bool made = false;
  test.server.fault = [&](const std::string& request) -> std::optional<Error> {
    if (request != "fetch" || std::exchange(made, true)) return std::nullopt;
    const auto lock = test.world().lock();
    const sync::CollectionId book = test.collection("book").id;
    auto items = Items::open(test.world());
    REQUIRE(items);
    REQUIRE(test.world().store.transact([&] {
      return items->put(
          {book, Href("cleo.vcf"), Uid("urn:uuid:cleo"), card("urn:uuid:cleo", "Cleo Example")});
    }));
    return std::nullopt;
  };
  test.sync();
  CHECK(made);
  CHECK(test.server.collections["book/"].contains("cleo.vcf"));
}

TEST_CASE("a sync waits for who is sending to the same collection, and can be cancelled meanwhile") {
  TestWorld test;
  set_up(test);
  auto turn = ask_for_turn(test.world(), test.collection("book").id);
  REQUIRE(turn);
  const int listings = test.server.listings;
  std::atomic<bool> cancelled = false;
  SyncOptions options;
  options.cancelled = [&] { return cancelled.load(); };
  auto running = std::async(std::launch::async, [&] { return run_sync(test.world(), options); });
  CHECK(running.wait_for(300ms) == std::future_status::timeout);
  CHECK(test.server.listings == listings);
  const bool gives_way = GENERATE(true, false);
  if (gives_way)
    turn->reset();
  else
    cancelled = true;
  const auto result = running.get();
  REQUIRE(result);
  CHECK(result->cancelled == !gives_way);
  CHECK((test.server.listings > listings) == gives_way);
}

TEST_CASE("what the user switches off while a sync waits for its turn counts for that sync") {
  TestWorld test;
  set_up(test);
  const sync::CollectionId book = test.collection("book").id;
  auto turn = ask_for_turn(test.world(), book);
  REQUIRE(turn);
  CHECK_FALSE(tag(test).sent);
  test.server.put("book/", "bob.vcf", card("urn:uuid:bob", "Bob Example"));
  auto running = std::async(std::launch::async, [&] { return run_sync(test.world(), {}); });
  REQUIRE(running.wait_for(300ms) == std::future_status::timeout);
  const bool whole_book = GENERATE(true, false);
  REQUIRE(edit_collection(test.world(), book,
                          whole_book ? CollectionEdit{false, {}, {}} : CollectionEdit{{}, {}, false}));
  const int writes = test.server.writes;
  turn->reset();
  REQUIRE(running.get());
  CHECK(test.server.writes == writes);
  CHECK(test.world().store.item(book, Href("bob.vcf"))->has_value() == !whole_book);
}
