// A server whose deltas say nothing of names that came and went since the token (Xandikos): what was made
// here since the last listing and is moved or deleted there before the next one.
#include "tests/model/home.h"

using namespace goodturn;
using namespace goodturn::model;

namespace {

/// A home whose machine made a card a moment ago; gives the name that it has there.
struct Fresh : Home {
  std::string href;

  Fresh() {
    server->faults.forgets_passing = true;
    href = machine.create(card("bea", "FN:Bea\r\nNOTE:old\r\n"));
    sync();
    REQUIRE(server->resources.contains(href));
  }
  void check_one(const std::string& at) {
    CHECK(machine.items().size() == 3);
    CHECK(server->resources.size() == 3);
    CHECK(machine.items().contains(at));
    check_silent();
  }
};

}  // namespace

TEST_CASE("what was made here and moved there, without a word of the old name, is one item still") {
  for (const bool inside : {false, true}) {
    Fresh home;
    home.server->faults.inline_texts = inside;
    home.server->move(home.href, "/fake/moved");
    home.sync();
    home.check_one("/fake/moved");
    CHECK(home.store.trash()->empty());
  }
}

TEST_CASE("an edit here goes to the new name of what was moved without a word") {
  Fresh home;
  home.machine.put(home.href, card("bea", "FN:Bea\r\nNOTE:new\r\n"));
  home.server->move(home.href, "/fake/moved");
  home.sync();
  CHECK(has(home.there("/fake/moved"), "NOTE:new"));
  home.check_one("/fake/moved");
}

TEST_CASE("what was moved without a word and deleted here is deleted there, too") {
  Fresh home;
  home.server->move(home.href, "/fake/moved");
  home.sync();
  home.machine.remove("/fake/moved");
  home.sync();
  home.sync();
  CHECK(home.machine.items().size() == 2);
  CHECK(home.server->resources.size() == 2);
  home.check_silent();
}

TEST_CASE(
    "what was moved without a word and deleted here while its new text was read is deleted there, too") {
  Fresh home;
  home.server->move(home.href, "/fake/moved");
  int fetches = 0;
  home.server->faults.before_call = [&](std::string_view call) -> std::optional<Error> {
    if (call == "fetch" && ++fetches == 1) home.machine.remove(home.href);
    return std::nullopt;
  };
  home.sync();
  REQUIRE(fetches > 0);
  home.sync();
  CHECK(home.machine.items().size() == 2);
  CHECK(home.server->resources.size() == 2);
  home.check_silent();
}

TEST_CASE("an item there with the UID of another one that is there still is no move") {
  Fresh home;
  home.server->put("/fake/double", home.there(home.href));
  home.sync();
  CHECK(home.machine.items().contains(home.href));
  CHECK(home.machine.items().contains("/fake/double"));
  CHECK(home.server->resources.size() == 4);
  home.check_silent();
}

TEST_CASE("a deletion that finds the name gone without a word is not asked again with each sync") {
  Fresh home;
  home.machine.remove(home.href);
  home.server->erase(home.href);
  home.sync();
  home.sync();
  int removals = 0;
  home.server->faults.before_call = [&](std::string_view call) -> std::optional<Error> {
    removals += call == "remove" ? 1 : 0;
    return std::nullopt;
  };
  home.sync();
  CHECK(removals == 0);
  CHECK(home.server->resources.size() == 2);
}

TEST_CASE("an edit of what was deleted without a word is not lost and not tried for ever") {
  Fresh home;
  home.machine.put(home.href, card("bea", "FN:Bea\r\nNOTE:new\r\n"));
  home.server->erase(home.href);
  home.sync();
  home.sync();
  home.sync();
  CHECK(home.server->resources.size() == 3);
  CHECK(home.machine.items().size() == 3);
  home.check_silent();
}

TEST_CASE("what was moved without a word to a name that gives no answer once is one item still") {
  Fresh home;
  home.server->move(home.href, "/fake/moved");
  int reads = 0;
  home.server->faults.before_item = [&](const Href& href) -> std::optional<Error> {
    if (href.value != "/fake/moved" || ++reads > 1) return std::nullopt;
    return Error{ErrorKind::server, "Not now.", href.value, 503, {}};
  };
  home.sync();
  CHECK(home.machine.items().size() == 3);
  home.sync();
  home.check_one("/fake/moved");
}

TEST_CASE("among more new names than are looked through a silent move is found by the daily comparison") {
  for (const bool edited : {false, true}) {
    INFO(edited);
    Fresh home;
    if (edited) home.machine.put(home.href, card("bea", "FN:Bea\r\nNOTE:new\r\n"));
    home.server->move(home.href, "/fake/moved");
    constexpr int crowd = 1000;
    for (int at = 0; at < crowd; ++at)
      home.server->put("/fake/" + std::to_string(at), card("crowd-" + std::to_string(at), "FN:Crowd\r\n"));
    home.sync();
    home.clock.pass(std::chrono::hours(25));
    home.sync();
    CHECK(home.machine.items().size() == 3 + crowd);
    CHECK(home.server->resources.size() == 3 + crowd);
    CHECK(has(home.there("/fake/moved"), edited ? "NOTE:new" : "NOTE:old"));
    CHECK(home.here("/fake/moved") == home.there("/fake/moved"));
    home.check_silent();
  }
}

TEST_CASE("a deletion reaches what was moved silently among any number of new names") {
  Fresh home;
  home.machine.remove(home.href);
  home.server->move(home.href, "/fake/moved");
  constexpr int crowd = 1000;
  for (int at = 0; at < crowd; ++at)
    home.server->put("/fake/" + std::to_string(at), card("crowd-" + std::to_string(at), "FN:Crowd\r\n"));
  home.sync();
  CHECK(home.machine.items().size() == 2 + crowd);
  CHECK(home.server->resources.size() == 2 + crowd);
  home.check_silent();
}
