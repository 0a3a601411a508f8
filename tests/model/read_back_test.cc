// Several writes of one sync are read back with one request: what may happen between sending and reading.
#include <catch2/catch.hpp>

#include "helper/sync/push.h"
#include "tests/model/home.h"

using namespace goodturn;
using namespace goodturn::model;

namespace {

/// Does `what` once, when the texts of the next sync are asked for.
template <class What>
void before_reading(Home& home, What what) {
  home.server->faults.before_call = [&home, what](std::string_view call) -> std::optional<Error> {
    if (call != "fetch" || home.server->writes == 0) return std::nullopt;
    const auto now = what;  // this function ends with the next line
    home.server->faults.before_call = nullptr;
    return now();
  };
}

void edit_both(Home& home) {
  home.machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine\r\n"));
  home.machine.put("/fake/cleo", card("cleo", "FN:Cleo\r\nNOTE:mine\r\n"));
}

}  // namespace

TEST_CASE("all that a sync sends is read back with one request") {
  Home home;
  edit_both(home);
  for (int number = 0; number < 10; ++number)
    home.machine.create(card("new-" + std::to_string(number), "FN:New\r\n"));
  const int fetches = home.server->fetches;
  home.sync();
  CHECK(home.server->writes == 12);
  CHECK(home.server->fetches == fetches + 1);
  CHECK(home.machine.report().sent == 12);
  CHECK(home.store.intents()->empty());
  CHECK(home.store.writes(20)->size() == 12);
  home.check_silent();
}

TEST_CASE("two new items with one UID do not both go out because the first was not read back yet") {
  Home home;
  home.machine.put("/fake/one", card("dora", "FN:Dora\r\nNOTE:first\r\n"));
  home.machine.put("/fake/two", card("dora", "FN:Dora\r\nTEL:1\r\n"));
  home.sync();
  CHECK(home.server->resources.size() == 3);
  CHECK(has(home.there("/fake/one"), "NOTE:first"));
  CHECK(has(home.there("/fake/one"), "TEL:1"));
  home.check_silent();
}

TEST_CASE("reading back the first of two with one UID forgets no other item that cannot be read") {
  Home home;
  home.machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine\r\n"));
  home.machine.put("/fake/one", card("dora", "FN:Dora\r\nNOTE:first\r\n"));
  home.machine.put("/fake/two", card("dora", "FN:Dora\r\nTEL:1\r\n"));
  home.server->faults.before_item = [&](const Href& href) -> std::optional<Error> {
    if (home.server->writes == 0 || href.value != "/fake/ada") return std::nullopt;
    return Error{ErrorKind::server, "out of order", "", 500, {}};
  };
  home.sync();
  REQUIRE(home.machine.report().item_errors.size() == 1);
  CHECK(home.machine.report().item_errors.front().href.value == "/fake/ada");
  CHECK(has(home.there("/fake/one"), "TEL:1"));
  home.server->faults.before_item = nullptr;
  home.sync();
  CHECK(home.server->resources.size() == 3);
  CHECK(home.store.intents()->empty());
  home.check_silent();
}

TEST_CASE("what others do between sending and reading is taken over") {
  Home home;
  edit_both(home);
  before_reading(home, [&]() -> std::optional<Error> {
    home.server->put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine\r\nTEL:1\r\n"));
    home.server->erase("/fake/cleo");
    return std::nullopt;
  });
  home.sync();
  home.sync();
  CHECK(has(home.here("/fake/ada"), "TEL:1"));
  CHECK_FALSE(home.machine.items().contains("/fake/cleo"));
  REQUIRE(home.store.trash()->size() == 1);
  CHECK(has(home.store.trash()->front().text, "NOTE:mine"));
  home.check_silent();
}

TEST_CASE("what the user changes between sending and reading goes out next, and nothing of it is lost") {
  Home home;
  edit_both(home);
  before_reading(home, [&]() -> std::optional<Error> {
    home.machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine\r\nTITLE:Baker\r\n"));
    home.machine.remove("/fake/cleo");
    return std::nullopt;
  });
  home.sync();
  home.sync();
  CHECK(has(home.there("/fake/ada"), "TITLE:Baker"));
  CHECK_FALSE(home.server->resources.contains("/fake/cleo"));
  home.check_silent();
}

TEST_CASE("what cannot be read back is settled by the next sync, without a second write") {
  Home home;
  edit_both(home);
  const bool all = GENERATE(true, false);
  if (all)
    before_reading(home, [] {
      return std::optional(Error{ErrorKind::network, "The connection broke.", "", 0, {}});
    });
  else
    home.server->faults.before_item = [&](const Href& href) -> std::optional<Error> {
      if (home.server->writes == 0 || href.value != "/fake/ada") return std::nullopt;
      return Error{ErrorKind::server, "out of order", "", 500, {}};
    };
  CHECK(home.machine.sync() == (all ? End::failed : End::done));
  CHECK(home.store.intents()->size() == (all ? 2 : 1));
  CHECK(home.machine.report().item_errors.size() == (all ? 0 : 1));
  home.server->faults.before_item = nullptr;
  home.sync();
  CHECK(home.server->writes == 2);
  CHECK(home.store.intents()->empty());
  CHECK(home.store.writes(20)->size() == 2);
  home.check_silent();
}

TEST_CASE("one that can never be read back is named, and does not stop the others") {
  Home home;
  edit_both(home);
  home.server->faults.before_item = [&](const Href& href) -> std::optional<Error> {
    if (home.server->writes == 0 || href.value != "/fake/ada") return std::nullopt;
    return Error{ErrorKind::forbidden, "Not allowed.", "", 403, {}};
  };
  home.sync();
  home.machine.create(card("dora", "FN:Dora\r\n"));
  home.server->put("/fake/emil", card("emil", "FN:Emil\r\n"));
  home.sync();
  CHECK(home.machine.report().item_errors.size() == 1);
  CHECK(home.server->resources.size() == 4);
  CHECK(home.machine.items().size() == 4);
  CHECK(home.server->writes == 3);
  home.server->faults.before_item = nullptr;
  home.sync();
  CHECK(home.store.intents()->empty());
  CHECK(home.store.writes(20)->size() == 3);
  home.check_silent();
}

TEST_CASE("a refusal in the middle leaves those before it to the next sync, without a second write") {
  Home home;
  edit_both(home);
  int updates = 0;
  home.server->faults.before_call = [&](std::string_view call) -> std::optional<Error> {
    if (call != "update" || ++updates != 2) return std::nullopt;
    return Error{ErrorKind::too_many, "Too many requests.", "", 429, {}};
  };
  CHECK(home.machine.sync() == End::failed);
  CHECK(home.store.intents()->size() == 1);
  home.server->faults.before_call = nullptr;
  home.sync();
  CHECK(home.server->writes == 2);
  CHECK(home.store.writes(20)->size() == 2);
  home.check_silent();
}

TEST_CASE(
    "a server that gives new items names of its own and does not say so has each of them once, here too") {
  Home home;
  home.server->faults.names_anew = true;
  home.server->faults.inline_texts = GENERATE(false, true);
  const std::string dora = home.machine.create(card("dora", "FN:Dora\r\n"));
  const std::string emil = home.machine.create(card("emil", "FN:Emil\r\n"));
  home.server->put("/fake/theirs", card("theirs", "FN:Theirs\r\n"));
  SECTION("nothing else happens") {}
  SECTION("another program makes something meanwhile") {
    before_reading(home, [&]() -> std::optional<Error> {
      home.server->put("/fake/late", card("late", "FN:Late\r\n"));
      return std::nullopt;
    });
  }
  home.sync();
  const auto items = home.machine.items();
  CHECK_FALSE(items.contains(dora));
  CHECK_FALSE(items.contains(emil));
  CHECK(items.size() == 5);
  CHECK(home.machine.report().warnings.empty());
  CHECK(home.store.intents()->empty());
  home.sync();
  CHECK(home.machine.items().size() == home.server->resources.size());
  CHECK(home.machine.report().warnings.empty());
  CHECK(home.store.trash()->empty());
  REQUIRE(home.store.writes(20)->size() == 2);
  const Href place = home.store.items_with_uid(Uid("dora"))->front().href;
  CHECK(home.store.last_write(home.machine.id(), place)->has_value());
  home.machine.put(place.value, card("dora", "FN:Dora\r\nNOTE:mine\r\n"));
  home.sync();
  CHECK(has(home.there(place.value), "NOTE:mine"));
  home.check_silent();
}

TEST_CASE("the same, where it is changed or deleted here before it is found") {
  Home home;
  home.server->faults.names_anew = true;
  const std::string href = home.machine.create(card("dora", "FN:Dora\r\n"));
  const bool edits = GENERATE(true, false);
  before_reading(home, [&]() -> std::optional<Error> {
    if (edits)
      home.machine.put(href, card("dora", "FN:Dora\r\nNOTE:mine\r\n"));
    else
      home.machine.remove(href);
    return std::nullopt;
  });
  home.sync();
  home.sync();
  CHECK(home.server->resources.size() == (edits ? 3 : 2));
  CHECK(home.machine.items().size() == home.server->resources.size());
  if (edits) CHECK(has(home.store.items_with_uid(Uid("dora"))->front().text, "NOTE:mine"));
  for (const auto& [name, resource] : home.server->resources)
    if (has(resource.text, "UID:dora")) CHECK(has(resource.text, "NOTE:mine"));
  home.check_silent();
}

TEST_CASE("the same, where the answer was lost and the user changes the item again before the next sync") {
  Home home;
  home.server->faults.names_anew = true;
  const std::string href = home.machine.create(card("dora", "FN:Dora\r\n"));
  home.answer("create", {ErrorKind::network, "The answer was lost.", "", 0, {}});
  const auto remote = home.machine.open();
  CHECK_FALSE(helper::push_item(home.machine.world(), *remote, home.machine.id(), Href(href)));
  home.machine.put(href, card("dora", "FN:Dora\r\nNOTE:mine\r\n"));
  const auto pushed = helper::push_item(home.machine.world(), *remote, home.machine.id(), Href(href));
  CHECK(pushed == helper::Pushed::sent);
  CHECK(home.server->resources.size() == 3);
  CHECK(home.machine.items().size() == 3);
  const Href place = home.store.items_with_uid(Uid("dora"))->front().href;
  CHECK(has(home.there(place.value), "NOTE:mine"));
  home.check_silent();
}

TEST_CASE("what somebody deletes as soon as it is created is looked for, and stays deleted") {
  Home home;
  const std::string href = home.machine.create(card("dora", "FN:Dora\r\n"));
  before_reading(home, [&]() -> std::optional<Error> {
    home.server->erase(href);
    return std::nullopt;
  });
  home.sync();
  home.sync();
  CHECK(home.server->resources.size() == 2);
  CHECK(home.machine.items().size() == 2);
  CHECK(home.store.trash()->size() == 1);
  home.check_silent();
}

TEST_CASE("where the search for a new item fails, nothing is concluded until the next sync") {
  Home home;
  home.server->faults.names_anew = true;
  home.machine.create(card("dora", "FN:Dora\r\n"));
  bool fails = true;
  home.server->faults.before_call = [&](std::string_view call) -> std::optional<Error> {
    if (!fails || call != "changes" || home.server->writes == 0) return std::nullopt;
    return Error{ErrorKind::network, "The connection broke.", "", 0, {}};
  };
  CHECK(home.machine.sync() == End::failed);
  CHECK(home.store.intents()->size() == 1);
  fails = false;
  home.sync();
  CHECK(home.server->writes == 1);
  CHECK(home.server->resources.size() == 3);
  CHECK(home.machine.items().size() == 3);
  CHECK(home.store.trash()->empty());
  home.check_silent();
}
