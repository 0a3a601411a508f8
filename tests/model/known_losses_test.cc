// The ways in which other programs of this kind lost their users' data, one test for each. The name says
// whose. Those that need more than the sync are elsewhere: nametag 373 in tests/cli/zones_test.py, a part of
// nametag 314 in tests/interop/transport_test.cc, groupoffice 556 in http_test.cc.
#include <catch2/catch.hpp>

#include "core/people/card.h"
#include "helper/sync/push.h"
#include "tests/model/home.h"

using namespace goodturn;
using namespace goodturn::model;

TEST_CASE("vdirsyncer 128: deleted on one side, edited on the other: the edit wins") {
  Home home;
  SECTION("deleted here") {
    home.machine.remove("/fake/ada");
    home.server->put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:new\r\n"));
  }
  SECTION("deleted there") {
    home.machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:new\r\n"));
    home.server->erase("/fake/ada");
  }
  home.sync();
  CHECK(has(home.there("/fake/ada"), "NOTE:new"));
  CHECK(has(home.here("/fake/ada"), "NOTE:new"));
  home.check_silent();
}

TEST_CASE("vdirsyncer 1074: what a filtered listing leaves out is not deleted") {
  Home home;
  home.clock.pass(std::chrono::hours(25));
  home.server->faults.hidden = {"/fake/ada"};
  home.sync(true);
  CHECK(home.here("/fake/ada") == ada);
  CHECK(home.server->resources.contains("/fake/ada"));
}

TEST_CASE("vdirsyncer 1099: both sides truly empty is fine, for ever") {
  Home home;
  for (const char* href : {"/fake/ada", "/fake/cleo"}) {
    home.machine.remove(href);
    home.server->erase(href);
  }
  for (int day = 0; day < 3; ++day) {
    home.sync();
    CHECK(home.machine.report().warnings.empty());
    home.clock.pass(std::chrono::hours(25));
  }
}

TEST_CASE("nametag 130: a 412 on an update never leads to a delete") {
  Home home;
  home.machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine\r\n"));
  home.refuse("update", {ErrorKind::precondition, "Changed.", "", 412, {}});
  home.sync();
  home.sync();
  CHECK(has(home.there("/fake/ada"), "NOTE:mine"));
  CHECK(home.store.trash()->empty());
}

TEST_CASE("nametag 392: no etag in the answer of a write: read back, nothing is imported again") {
  Home home;
  home.server->faults.silent_writes = true;
  home.machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine\r\n"));
  home.sync();
  CHECK(home.machine.report().sent == 1);
  const int fetches = home.server->fetches;
  home.check_silent();
  CHECK(home.server->fetches == fetches);
}

TEST_CASE("nametag 278: a server that drops photos does not make ours be forgotten") {
  Home home;
  home.server->faults.rewrite = [](const std::string& text) {
    const auto start = text.find("PHOTO");
    return start == std::string::npos ? text
                                      : text.substr(0, start) + text.substr(text.find("\r\n", start) + 2);
  };
  home.machine.put("/fake/ada", card("ada", "FN:Ada\r\nPHOTO:data:image/png;base64,AAAA\r\n"));
  home.sync();
  REQUIRE(home.conflicts().size() == 1);
  CHECK(home.conflicts()[0].cause == sync::Cause::dropped);
  CHECK(home.conflicts()[0].local_line == "PHOTO:data:image/png;base64,AAAA");
  home.check_silent();
}

TEST_CASE("nametag 278: a property that the server never had is no deletion") {
  Home home;
  home.machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:old\r\nPHOTO:data:image/png;base64,AAAA\r\n"));
  home.server->put("/fake/ada", card("ada", "FN:Ada L\r\nNOTE:old\r\n"));
  home.sync();
  CHECK(has(home.there("/fake/ada"), "PHOTO"));
  CHECK(has(home.there("/fake/ada"), "FN:Ada L"));
}

TEST_CASE("nametag 282: two ways of sending one new card make one card") {
  Home home;
  const std::string href = home.machine.create(card("bob", "FN:Bob\r\n"));
  home.answer("create", {ErrorKind::network, "The answer was lost.", "", 0, {}});
  const auto remote = home.machine.open();
  CHECK_FALSE(helper::push_item(home.machine.world(), *remote, home.machine.id(), Href(href)));
  CHECK(helper::push_item(home.machine.world(), *remote, home.machine.id(), Href(href)));
  home.sync();
  CHECK(home.server->resources.size() == 3);
  CHECK(home.server->writes == 1);
}

TEST_CASE("nametag 314: an imported card that the server has already, by its UID, is not doubled") {
  Home home;
  home.machine.create(card("ada", "FN:Ada\r\nNOTE:old\r\nTEL:1\r\n"));
  home.sync();
  home.sync();
  CHECK(home.server->resources.size() == 2);
  CHECK(home.machine.items().size() == 2);
  CHECK(has(home.there("/fake/ada"), "TEL:1"));
}

TEST_CASE("DAV-4-TbSync 290: reading marks nothing as changed") {
  Home home;
  for (int round = 0; round < 3; ++round) {
    CHECK(home.machine.items().size() == 2);
    CHECK(home.store.items_with_uid(Uid("ada"))->size() == 1);
    CHECK(home.store.changed_marks(home.machine.id())->empty());
    home.sync();
  }
  CHECK(home.server->writes == 0);
}

TEST_CASE("DAV-4-TbSync 30: people with the same name are not merged; only a UID makes them one") {
  Home home;
  home.machine.create(card("other", "FN:Ada\r\nNOTE:old\r\n"));
  home.server->put("/fake/third", card("third", "FN:Ada\r\nNOTE:old\r\n"));
  home.sync();
  home.sync();
  CHECK(home.machine.items().size() == 4);
  CHECK(home.server->resources.size() == 4);
}

TEST_CASE("outlookcaldavsynchronizer 387: stored, but answered with 500: no conflict, no edit is lost") {
  Home home;
  home.machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine\r\n"));
  home.answer("update", {ErrorKind::server, "Out of order.", "", 500, {}});
  home.sync();
  home.machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine again\r\n"));
  home.sync();
  CHECK(home.conflicts().empty());
  CHECK(has(home.there("/fake/ada"), "NOTE:mine again"));
  home.check_silent();
}

TEST_CASE("outlookcaldavsynchronizer 106: an unreadable item is told, kept, and never deleted there") {
  Home home;
  home.server->put("/fake/odd", "HELLO WORLD\r\n");
  home.sync();
  CHECK(home.machine.report().item_errors.size() == 1);
  for (int day = 0; day < 2; ++day) {
    home.clock.pass(std::chrono::hours(25));
    home.sync();
  }
  CHECK(home.there("/fake/odd") == "HELLO WORLD\r\n");
  CHECK(home.here("/fake/odd") == "HELLO WORLD\r\n");
}

TEST_CASE("opentasks 863: a value that loses is kept and told, not overwritten without a word") {
  Home home;
  home.machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine\r\n"));
  home.server->put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:theirs\r\n"));
  home.sync();
  CHECK(has(home.here("/fake/ada"), "NOTE:theirs"));
  REQUIRE(home.conflicts().size() == 1);
  CHECK(home.conflicts()[0].local_value == "mine");
}

TEST_CASE("DecSync 51: a store that was away comes back as a first sync and deletes nothing") {
  Home home;
  SECTION("set up anew here") {
    const sync::Collection old = home.machine.collection();
    REQUIRE(home.store.remove_collection(old.id));
    Machine again(home.store, home.store, home.clock,
                  [&] { return std::make_unique<tests::FakeCollection>(home.server); });
    REQUIRE(again.sync(true) == End::done);
    CHECK(again.items().size() == 2);
  }
  SECTION("empty when it comes back there") {
    home.clock.pass(std::chrono::hours(24 * 100));
    home.server->faults.look_empty = true;
    home.sync();
    CHECK(home.machine.report().held_back);
    home.server->faults.look_empty = false;
    home.server->faults.forget_tokens = true;
    home.sync();
    CHECK(home.machine.items().size() == 2);
  }
  CHECK(home.server->resources.size() == 2);
}

TEST_CASE("vdirsyncer 955: one bad item does not stop the others") {
  Home home;
  home.machine.create(card("a-first", "FN:First\r\n"));
  home.machine.put("/fake/cleo", card("cleo", "FN:Cleo C\r\n"));
  home.refuse("create", {ErrorKind::invalid, "Not accepted.", "", 415, {}});
  home.sync();
  CHECK(home.machine.report().item_errors.size() == 1);
  CHECK(has(home.there("/fake/cleo"), "Cleo C"));
}

TEST_CASE("vdirsyncer 955: nor do three, sync after sync") {
  Home home;
  for (const char* name : {"a", "b", "c"})
    home.machine.put("/fake/" + std::string(name), card(name, "FN:New\r\n"));
  home.machine.put("/fake/cleo", card("cleo", "FN:Cleo C\r\n"));
  home.server->faults.before_write = [](const Href& href) -> std::optional<Error> {
    if (href.value == "/fake/cleo") return std::nullopt;
    return Error{ErrorKind::server, "Out of order, it says.", "", 500, {}};
  };
  CHECK(home.machine.sync() == End::failed);
  CHECK(home.machine.sync() == End::failed);
  CHECK(has(home.there("/fake/cleo"), "Cleo C"));
  home.server->faults.before_write = nullptr;
  home.sync();
  CHECK(home.server->resources.size() == 5);
  home.check_silent();
}

TEST_CASE("SyncEvolution, GNOME 730636: labels and unknown lines are byte for byte there after an edit") {
  Home home;
  const std::string odd = card("ada",
                               "FN:Ada\r\nitem1.TEL;X-P=\"a;b\":1\r\nitem1.X-ABLabel:_$!<Boat>!$_\r\n"
                               "X-ODD;A=1:v\\,w\r\nnot a line at all\r\n");
  home.server->put("/fake/ada", odd);
  home.sync();
  home.machine.put("/fake/ada", people::edit_tags(text::Document::parse(odd), {"mentor"}, {}));
  home.sync();
  std::string now = home.there("/fake/ada");
  const std::string added = "CATEGORIES:mentor\r\n";
  REQUIRE(has(now, added.c_str()));
  now.erase(now.find(added), added.size());
  CHECK(now == odd);
}

TEST_CASE("Tachyon 61: the content says that something changed, no clock and no stamp") {
  Home home;
  home.server->put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:old\r\nREV:20300101T000000Z\r\n"));
  home.sync();
  // Edited here with an older stamp, by a clock that went back ten years.
  home.clock.pass(-std::chrono::hours(24 * 3650));
  home.machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine\r\nREV:20200101T000000Z\r\n"));
  home.sync();
  CHECK(home.machine.report().sent == 1);
  CHECK(has(home.there("/fake/ada"), "NOTE:mine"));
}

TEST_CASE("plainva 48: a rename keeps the common ancestor, so both changes are merged") {
  Home home;
  home.machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine\r\n"));
  home.server->move("/fake/ada", "/fake/renamed");
  home.server->put("/fake/renamed", card("ada", "FN:Ada L\r\nNOTE:old\r\n"));
  home.sync();
  CHECK(home.server->resources.size() == 2);
  CHECK(home.machine.items().size() == 2);
  CHECK(home.there("/fake/renamed") == card("ada", "FN:Ada L\r\nNOTE:mine\r\n"));
  CHECK(home.conflicts().empty());
  CHECK(home.store.trash()->empty());
  home.check_silent();
}
