// Looking at an account before it is added: what it would bring, how much, and nothing stored.
#include <atomic>
#include <thread>

#include "helper/accounts/accounts.h"
#include "tests/unit/helper/test_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

const AccountRequest request{"https://dav.example.org/", "alex@example.org", "secret", "", {}};
bool go_on() { return false; }

}  // namespace

TEST_CASE("a look says what is there and stores nothing") {
  TestWorld test;
  test.server.put("book/", "ada.vcf", card("urn:uuid:ada", "Ada Example", ""));
  test.server.put("book/", "bob.vcf", card("urn:uuid:bob", "Bob Example", ""));
  const auto offer = look_at_account(test.world(), request, go_on);
  REQUIRE(offer);
  REQUIRE(offer->collections.size() == 2);
  CHECK(offer->collections[0].items == 2u);
  CHECK(offer->collections[1].items == 0u);
  CHECK(offer->account.name == "alex@example.org");
  CHECK(test.world().store.accounts()->empty());
  CHECK(list_collections(test.world())->empty());
}

TEST_CASE("a collection that cannot be listed is offered without a count") {
  TestWorld test;
  test.server.fault = [](const std::string& name) -> std::optional<Error> {
    if (name != "list") return std::nullopt;
    return Error{ErrorKind::server, "down", "", 500, std::nullopt};
  };
  const auto offer = look_at_account(test.world(), request, go_on);
  REQUIRE(offer);
  for (const OfferedCollection& one : offer->collections) CHECK_FALSE(one.items);
}

TEST_CASE("an account that is there already is not offered again") {
  TestWorld test;
  const auto added = add_account(test.world(), request, go_on);
  REQUIRE(added);
  const auto again = look_at_account(test.world(), request, go_on);
  REQUIRE_FALSE(again);
  CHECK(again.error().kind == ErrorKind::invalid);
}

TEST_CASE("collections that are left out begin switched off") {
  TestWorld test;
  const auto offer = look_at_account(test.world(), request, go_on);
  REQUIRE(offer);
  AccountRequest chosen = request;
  chosen.leave_out = {offer->collections[1].collection.url};
  const auto added = add_account(test.world(), chosen, go_on);
  REQUIRE(added);
  const auto rows = list_collections(test.world());
  REQUIRE(rows);
  for (const CollectionRow& row : *rows)
    CHECK(row.collection.enabled == (row.collection.url != chosen.leave_out.front()));
}

TEST_CASE("buttons that are pressed at a time look for their account one after the other") {
  TestWorld test;
  const auto added = add_account(test.world(), request, go_on);
  REQUIRE(added);
  const sync::AccountId id = test.world().store.accounts()->front().id;
  std::atomic<int> found = 0;
  {
    std::vector<std::jthread> threads;
    for (int number = 0; number < 4; ++number)
      threads.emplace_back([&] {
        for (int time = 0; time < 2000; ++time)
          if (find_account(test.world(), id)) ++found;
      });
  }
  CHECK(found == 8000);
}
