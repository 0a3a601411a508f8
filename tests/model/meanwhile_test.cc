// Named cases of what happens on the server in the middle of a sync.
#include <catch2/catch.hpp>

#include "tests/model/home.h"

using namespace goodturn;
using namespace goodturn::model;

TEST_CASE("an item that moves on while its new name is read is followed to where it stands then") {
  Home home;
  const bool edits = GENERATE(true, false);
  const std::string mine = card("ada", "FN:Ada\r\nNOTE:mine\r\n");
  if (edits) home.machine.put("/fake/ada", mine);
  home.server->move("/fake/ada", "/fake/moved");
  home.server->faults.before_call = [&](std::string_view call) -> std::optional<Error> {
    if (call == "fetch" && home.server->resources.contains("/fake/moved"))
      home.server->move("/fake/moved", "/fake/onward");
    return std::nullopt;
  };
  home.sync();
  CHECK(home.here("/fake/onward") == (edits ? mine : ada));
  CHECK(home.there("/fake/onward") == home.here("/fake/onward"));
  CHECK(home.machine.items().size() == 2);
  CHECK(home.server->resources.size() == 2);
  CHECK(home.store.trash()->empty());
  home.check_silent();
}

TEST_CASE("a name that is listed and never there does not hold up what was deleted") {
  Home home;
  home.server->put("/fake/ghost", card("ghost", "FN:Ghost\r\n"));
  home.server->faults.before_item = [](const Href& href) -> std::optional<Error> {
    if (href.value != "/fake/ghost") return std::nullopt;
    return Error{ErrorKind::not_found, "There is no such item.", href.value, 404, {}};
  };
  home.server->erase("/fake/ada");
  home.sync();
  CHECK(home.machine.items() == std::map<std::string, std::string>{{"/fake/cleo", cleo}});
  CHECK(home.store.trash()->size() == 1);
}

TEST_CASE("what waits to be created and went there while it was listed is not created beside its new name") {
  Home home;
  home.answer("create", {ErrorKind::network, "The connection broke.", "", 0, {}});
  const std::string href = home.machine.create(card("dora", "FN:Dora\r\nNOTE:mine\r\n"));
  CHECK(home.machine.sync() == End::failed);
  home.server->put(href, card("dora", "FN:Dora\r\nTEL:1\r\n"));
  int fetches = 0;
  home.server->faults.before_call = [&](std::string_view call) -> std::optional<Error> {
    if (call == "fetch" && ++fetches == 2) home.server->move(href, "/fake/moved");
    return std::nullopt;
  };
  home.sync();
  CHECK(fetches == 2);
  CHECK(home.server->resources.size() == 3);
  home.sync();
  CHECK(home.server->resources.size() == 3);
  CHECK(home.machine.items().size() == 3);
  CHECK(has(home.there("/fake/moved"), "NOTE:mine"));
  CHECK(has(home.there("/fake/moved"), "TEL:1"));
  home.check_silent();
}

TEST_CASE("of a member that changes between two pages of a listing the newer version is taken") {
  Home home;
  home.server->faults.page_size = 1;
  home.server->faults.inline_texts = true;
  home.server->put("/fake/ada", card("ada", "FN:Ada A\r\n"));
  home.server->put("/fake/cleo", card("cleo", "FN:Cleo C\r\n"));  // its text comes inside the second page
  home.server->put("/fake/dora", card("dora", "FN:Dora\r\n"));
  const std::string newer = card("cleo", "FN:Cleo D\r\n");
  int pages = 0;
  int texts = 0;
  home.server->faults.before_call = [&](std::string_view call) -> std::optional<Error> {
    texts += call == "text" ? 1 : 0;
    if (call != "page" || ++pages != 2) return std::nullopt;
    home.server->put("/fake/ada", card("ada", "FN:Ada B\r\n"));
    home.server->put("/fake/cleo", newer);  // only named on the last page
    return std::nullopt;
  };
  home.sync();
  CHECK(pages == 4);
  CHECK(texts == 2);
  CHECK(home.here("/fake/cleo") == newer);
  CHECK(has(home.here("/fake/ada"), "Ada B"));
  CHECK(home.machine.items().size() == 3);
  home.check_silent();
}

TEST_CASE("what is moved twice while a sync looks for it is not taken for deleted") {
  Home home;
  home.server->faults.forget_tokens = true;
  int listings = 0;
  int fetches = 0;
  home.server->move("/fake/ada", "/fake/first");
  home.server->put("/fake/bea", card("bea", "FN:Bea\r\n"));
  home.server->faults.before_call = [&](std::string_view call) -> std::optional<Error> {
    if (call == "changes" || call == "list_all") ++listings;
    if (call != "fetch") return std::nullopt;
    ++fetches;
    if (fetches == 1) home.server->erase("/fake/bea");
    if (fetches == 2) home.server->move("/fake/first", "/fake/second");
    return std::nullopt;
  };
  home.sync();
  CHECK(home.store.trash()->empty());
  CHECK(home.machine.items().size() == 2);
  home.server->faults.before_call = nullptr;
  home.sync();
  CHECK(home.machine.items().contains("/fake/second"));
  CHECK(home.machine.items().size() == 2);
  CHECK(home.store.trash()->empty());
  home.check_silent();
}
