// The fake's faults: each does what it says, so that a test that uses it tests something.
#include <catch2/catch.hpp>

#include "tests/contract/mirror.h"
#include "tests/support/fake_collection.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

struct Fixture {
  std::shared_ptr<FakeServer> server = std::make_shared<FakeServer>();
  FakeCollection collection{server};
  Href href{"/fake/a"};
};

}  // namespace

TEST_CASE("the n-th call fails, before or after it took effect") {
  Fixture f;
  f.server->faults.fail_at = 2;
  REQUIRE(f.collection.create(f.href, "one"));
  CHECK(f.collection.create(Href("/fake/b"), "two").error().kind == ErrorKind::network);
  CHECK(f.server->resources.size() == 1);
  f.server->faults.fail_at = 1;
  f.server->faults.lose_answer = true;
  CHECK(f.collection.create(Href("/fake/b"), "two").error().kind == ErrorKind::network);
  CHECK(f.server->resources.size() == 2);
  CHECK(f.collection.create(Href("/fake/c"), "three"));
}

TEST_CASE("flaky etags differ between listings and are still honoured") {
  Fixture f;
  REQUIRE(f.collection.create(f.href, "one"));
  f.server->faults.flaky_etags = true;
  f.server->faults.forget_tokens = true;
  Mirror mirror(f.collection);
  mirror.pull();
  const Etag first = mirror.at(f.href).etag;
  mirror.pull();
  CHECK(mirror.at(f.href).etag != first);
  CHECK(f.collection.update(f.href, first, "two"));
  CHECK(f.collection.update(f.href, first, "three").error().kind == ErrorKind::precondition);
}

TEST_CASE("silent writes give no etag, and a rewriting server keeps its own words") {
  Fixture f;
  f.server->faults.silent_writes = true;
  f.server->faults.rewrite = [](const std::string& text) { return text + " rewritten"; };
  CHECK(f.collection.create(f.href, "one")->etag.empty());
  CHECK(f.server->resources.at("/fake/a").text == "one rewritten");
}

TEST_CASE("the text of every second version comes inside the listing, with the etag that the listing names") {
  Fixture f;
  f.server->faults.inline_texts = true;
  f.server->faults.no_etags = GENERATE(false, true);
  for (const char* href : {"/fake/a", "/fake/b", "/fake/c"}) REQUIRE(f.collection.create(Href(href), href));
  std::vector<sync::RemoteItem> given;
  const auto listing = f.collection.changes({}, [&](sync::RemoteItem item) -> Result<void> {
    given.push_back(std::move(item));
    return {};
  });
  REQUIRE(listing->members.size() == 3);
  REQUIRE(given.size() == 1);
  CHECK(given[0].text == "/fake/b");
  CHECK(given[0].etag == listing->members[1].etag);
  CHECK(f.server->fetches == 0);
}

TEST_CASE("a server that looks empty gives a complete listing without members and without a token") {
  Fixture f;
  REQUIRE(f.collection.create(f.href, "one"));
  f.server->faults.look_empty = true;
  const auto listing = f.collection.changes({}, [](sync::RemoteItem) { return Result<void>{}; });
  CHECK(listing->complete);
  CHECK(listing->members.empty());
  CHECK(listing->token.empty());
}

TEST_CASE("a listing in pages names each member once, by the last word, also where others write meanwhile") {
  Fixture f;
  f.server->faults.page_size = 2;
  for (const char* href : {"/fake/a", "/fake/b", "/fake/c"}) REQUIRE(f.collection.create(Href(href), href));
  Mirror mirror(f.collection);
  mirror.pull();
  CHECK(mirror.items().size() == 3);
  for (const char* href : {"/fake/d", "/fake/e", "/fake/g"}) REQUIRE(f.collection.create(Href(href), href));
  std::vector<std::string> asked;
  f.server->faults.before_call = [&](std::string_view call) -> std::optional<Error> {
    asked.emplace_back(call);
    if (call != "page") return std::nullopt;
    f.server->erase("/fake/d");
    f.server->faults.before_call = nullptr;
    return std::nullopt;
  };
  const auto listing =
      f.collection.changes(SyncToken("fake:3"), [](sync::RemoteItem) { return Result<void>{}; });
  CHECK(asked == std::vector<std::string>{"changes", "page"});
  CHECK_FALSE(listing->complete);
  REQUIRE(listing->members.size() == 2);
  CHECK(listing->members[0].href.value == "/fake/e");
  CHECK(listing->members[1].href.value == "/fake/g");
  CHECK(listing->removed == std::vector<Href>{Href("/fake/d")});
}
