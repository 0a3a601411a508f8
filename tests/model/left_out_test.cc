// Items that a server names and does not give, and texts that are none: they hold nothing up, and nothing is
// lost.
#include <catch2/catch.hpp>
#include <set>

#include "tests/model/home.h"
#include "tests/support/in_english.h"

using namespace goodturn;
using namespace goodturn::model;

namespace {

const std::string garbage = "<html>The database is away.</html>";

/// A server that gives no text of some items, and notes what is asked for.
struct Refusing : Home {
  std::map<std::string, Error> refused;
  std::multiset<std::string> asked;

  Refusing() {
    server->faults.before_item = [this](const Href& href) -> std::optional<Error> {
      asked.insert(href.value);
      const auto found = refused.find(href.value);
      return found == refused.end() ? std::nullopt : std::optional(found->second);
    };
  }
  void refuse_item(const std::string& href, int status) {
    const ErrorKind kind = status == 404   ? ErrorKind::not_found
                           : status == 403 ? ErrorKind::forbidden
                                           : ErrorKind::server;
    refused[href] = {kind, "no", href, status, {}};
  }
  /// One sync; gives what it asked for.
  std::multiset<std::string> asked_by_sync(bool confirmed = false) {
    asked.clear();
    sync(confirmed);
    return std::exchange(asked, {});
  }
  bool tells(const std::string& href) {
    for (const sync::ItemError& one : machine.report().item_errors)
      if (one.href.value == href) return true;
    return false;
  }
  std::size_t rows() { return store.left_out(machine.id())->size(); }
};

using Asked = std::multiset<std::string>;

}  // namespace

TEST_CASE("an item that is never given holds up no token: it alone is asked for again, and told each time") {
  Refusing home;
  const int status = GENERATE(500, 503, 403, 404);
  const bool known = GENERATE(true, false);
  const std::string bad = known ? "/fake/ada" : "/fake/bad";
  home.refuse_item(bad, status);
  home.server->put(bad, card(known ? "ada" : "bad", "FN:There\r\n"));
  home.server->put("/fake/dora", card("dora", "FN:Dora\r\n"));
  CHECK(home.asked_by_sync() == Asked{bad, "/fake/dora"});
  CHECK(home.tells(bad) == (status != 404));
  CHECK(home.rows() == 1);
  const SyncToken token = home.machine.collection().token;
  CHECK(token == SyncToken("fake:" + std::to_string(home.server->log.size())));
  for (int times = 0; times < 3; ++times) {
    CHECK(home.asked_by_sync() == Asked{bad});
    CHECK(home.tells(bad));
  }
  // What is here of it stays, and what others do goes on.
  CHECK(home.machine.items().size() == 3);
  if (known) CHECK(home.here("/fake/ada") == ada);
  home.server->put("/fake/cleo", card("cleo", "FN:Cleo\r\nTEL:1\r\n"));
  home.machine.put("/fake/dora", card("dora", "FN:Dora\r\nNOTE:mine\r\n"));
  const Asked both = home.asked_by_sync();
  CHECK(both.count(bad) == 1);
  CHECK(has(home.here("/fake/cleo"), "TEL:1"));
  CHECK(has(home.there("/fake/dora"), "NOTE:mine"));
  CHECK(home.machine.collection().token != token);
  // The day's comparison is done once, too.
  home.clock.pass(std::chrono::hours(25));
  CHECK(home.asked_by_sync() == Asked{bad});
  CHECK(home.asked_by_sync() == Asked{bad});
  // In the end it is given.
  home.refused.clear();
  home.sync();
  CHECK(has(home.here(bad), "FN:There"));
  CHECK(home.rows() == 0);
  CHECK(home.asked_by_sync().empty());
  CHECK(home.store.trash()->empty());
  home.check_silent();
}

TEST_CASE("what was left out goes when the listing says it is gone, and not before") {
  Refusing home;
  const bool complete = GENERATE(true, false);
  home.refuse_item("/fake/ada", 404);
  home.server->put("/fake/ada", card("ada", "FN:There\r\n"));
  for (int times = 0; times < 3; ++times) home.sync();
  CHECK(home.here("/fake/ada") == ada);
  CHECK(home.store.trash()->empty());
  home.server->erase("/fake/ada");
  if (complete) home.clock.pass(std::chrono::hours(25));
  home.sync();
  CHECK_FALSE(home.machine.items().contains("/fake/ada"));
  CHECK(home.store.trash()->size() == 1);
  CHECK(home.rows() == 0);
  CHECK(home.asked_by_sync().empty());
}

TEST_CASE("who is said to be gone, and is not confirmed, stays until that is") {
  Refusing home;
  home.refuse_item("/fake/ada", 503);
  home.server->erase("/fake/ada");
  const bool edited = GENERATE(true, false);
  for (int times = 0; times < 3; ++times) {
    CHECK(home.asked_by_sync() == Asked{"/fake/ada"});
    CHECK(home.tells("/fake/ada"));
    CHECK(home.machine.items().size() == 2);
    if (edited && times == 0) home.machine.put("/fake/ada", card("ada", "FN:Mine\r\n"));
  }
  home.refused.clear();
  const bool came_back = GENERATE(true, false);
  if (came_back) home.server->resources["/fake/ada"] = {card("ada", "FN:There\r\n"), 99};
  home.sync();
  CHECK(home.machine.items().contains("/fake/ada") == (edited || came_back));
  CHECK(home.rows() == 0);
  CHECK(home.store.trash()->size() == (edited || came_back ? 0U : 1U));
  home.check_silent();
}

TEST_CASE("changes made here to what cannot be read wait, and are merged when it can") {
  Refusing home;
  home.refuse_item("/fake/ada", 500);
  home.server->put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:old\r\nTEL:1\r\n"));
  home.sync();
  home.machine.put("/fake/ada", card("ada", "FN:Mine\r\nNOTE:old\r\n"));
  const int writes = home.server->writes;
  home.sync();
  home.sync();
  CHECK(home.server->writes == writes);
  CHECK(home.machine.report().item_errors.size() == 1);
  home.refused.clear();
  home.sync();
  CHECK(has(home.there("/fake/ada"), "FN:Mine"));
  CHECK(has(home.there("/fake/ada"), "TEL:1"));
  CHECK(home.conflicts().empty());
  home.check_silent();
}

TEST_CASE("a move is followed, however late the server says the half of it") {
  Refusing home;
  const bool deletes = GENERATE(true, false);
  if (deletes)
    home.machine.remove("/fake/ada");
  else
    home.machine.put("/fake/ada", card("ada", "FN:Mine\r\n"));
  home.server->move("/fake/ada", "/fake/moved");
  const std::string silent = GENERATE("/fake/ada", "/fake/moved");
  home.refuse_item(silent, 503);
  for (int times = 0; times < 3; ++times) {
    home.sync();
    CHECK(home.machine.collection().token == SyncToken("fake:" + std::to_string(home.server->log.size())));
  }
  CHECK(home.server->writes == 0);
  CHECK(home.rows() == 2);
  home.clock.pass(std::chrono::hours(GENERATE(0, 25)));
  home.sync();
  home.refused.clear();
  home.sync();
  CHECK(home.server->resources.contains("/fake/moved") != deletes);
  CHECK_FALSE(home.server->resources.contains("/fake/ada"));
  if (!deletes) CHECK(has(home.there("/fake/moved"), "FN:Mine"));
  CHECK(home.machine.items().size() == home.server->resources.size());
  CHECK(home.rows() == 0);
  home.check_silent();
}

TEST_CASE("a move that was left open is followed when the item moves on while it is asked for again") {
  Refusing home;
  home.server->move("/fake/ada", "/fake/first");
  home.refuse_item("/fake/ada", 503);
  home.sync();
  CHECK(home.rows() == 2);
  home.refused.clear();
  bool moved = false;
  home.server->faults.before_call = [&](std::string_view call) -> std::optional<Error> {
    if (call == "fetch" && !std::exchange(moved, true)) home.server->move("/fake/first", "/fake/second");
    return std::nullopt;
  };
  home.sync();
  CHECK(home.here("/fake/second") == ada);
  CHECK(home.machine.items().size() == 2);
  CHECK(home.store.trash()->empty());
  CHECK(home.rows() == 0);
  home.server->faults.before_call = nullptr;
  home.check_silent();
}

TEST_CASE("an edit of what others deleted later does not wait for a name that was unread before") {
  Refusing home;
  home.refuse_item("/fake/bad", 503);
  home.server->put("/fake/bad", card("bad", "FN:Bad\r\n"));
  home.sync();
  home.machine.put("/fake/ada", card("ada", "FN:Mine\r\n"));
  home.server->erase("/fake/ada");
  home.clock.pass(std::chrono::hours(GENERATE(0, 25)));
  home.sync();
  CHECK(has(home.there("/fake/ada"), "FN:Mine"));
  CHECK(home.rows() == 1);
}

TEST_CASE("deletions of what was left out are asked about like others") {
  Refusing home;
  for (int number = 0; number < 30; ++number)
    home.server->put("/fake/" + std::to_string(100 + number),
                     card("u" + std::to_string(number), "FN:Old\r\n"));
  home.sync();
  // Six and six are few; none of them is confirmed.
  for (int number = 0; number < 12; ++number) {
    const std::string href = "/fake/" + std::to_string(100 + number);
    home.refuse_item(href, 503);
    home.server->erase(href);
    if (number % 6 == 5) home.sync();
  }
  CHECK_FALSE(home.machine.report().held_back);
  CHECK(home.rows() == 12);
  home.refused.clear();
  home.sync();
  CHECK(home.machine.report().held_back);
  CHECK(home.rows() == 12);
  CHECK(home.machine.items().size() == 32);
  home.sync(true);
  CHECK(home.machine.items().size() == 20);
  CHECK(home.store.trash()->size() == 12);
  CHECK(home.rows() == 0);
}

TEST_CASE("token and names are one: a stop at any call of the store loses neither") {
  bool whole = false;
  for (int stop = 1; !whole; ++stop) {
    Refusing home;
    home.refuse_item("/fake/bad", 503);
    home.refuse_item("/fake/ada", 503);
    home.server->put("/fake/bad", card("bad", "FN:Bad\r\n"));
    home.server->erase("/fake/ada");
    int calls = 0;
    home.machine.store().step = [&] {
      if (++calls == stop) throw Killed();
    };
    whole = home.machine.sync() == End::done;
    home.machine.store().step = [] {};
    const bool stored =
        home.machine.collection().token.value == "fake:" + std::to_string(home.server->log.size());
    CHECK(home.rows() == (stored ? 2 : 0));
    home.refused.clear();
    home.sync();
    CHECK(home.machine.items().contains("/fake/bad"));
    CHECK_FALSE(home.machine.items().contains("/fake/ada"));
    CHECK(home.rows() == 0);
  }
}

TEST_CASE("what was only spelt anew here is no edit: a deletion there stands, and nothing comes back") {
  Home home;
  const std::string spelt = GENERATE(
      std::string("BEGIN:VCARD\r\nVERSION:4.0\r\nNOTE:old\r\nFN:A\r\n da\r\nUID:ada\r\nEND:VCARD\r\n"),
      card("ada", "fn;X-A=\"b\":Ada\r\nNOTE:old\r\nREV:20300101T000000Z\r\n"));
  const bool quoted = has(spelt, "X-A");
  if (quoted) {
    home.server->put("/fake/ada", card("ada", "FN;X-A=b:Ada\r\nNOTE:old\r\n"));
    home.sync();
  }
  const bool meanwhile = GENERATE(true, false);
  if (!meanwhile) home.machine.put("/fake/ada", spelt);
  home.server->erase("/fake/ada");
  if (meanwhile)
    home.server->faults.before_call = [&](std::string_view call) -> std::optional<Error> {
      if (call == "fetch") home.machine.put("/fake/ada", spelt);
      return std::nullopt;
    };
  home.clock.pass(std::chrono::hours(GENERATE(0, 25)));
  home.sync();
  home.server->faults.before_call = nullptr;
  home.sync();
  CHECK_FALSE(home.server->resources.contains("/fake/ada"));
  CHECK_FALSE(home.machine.items().contains("/fake/ada"));
  REQUIRE(home.store.trash()->size() == 1);
  CHECK(home.store.trash()->front().text == spelt);
  CHECK(home.conflicts().empty());
  home.check_silent();
}

TEST_CASE("deletions of what was only spelt anew are counted by the guards") {
  Home home;
  home.machine.put("/fake/ada", card("ada", "NOTE:old\r\nFN:Ada\r\n"));
  home.machine.put("/fake/cleo", card("cleo", "FN:Cl\r\n eo\r\n"));
  home.server->resources.clear();
  home.server->faults.forget_tokens = true;
  home.sync();
  CHECK(home.machine.report().held_back);
  CHECK(has(tests::english(home.machine.report().warnings.front()), "2 of 2"));
  CHECK(home.machine.items().size() == 2);
}

TEST_CASE("what was only spelt anew waits for nothing where nothing may be written") {
  Home home;
  sync::Collection collection = home.machine.collection();
  collection.read_only = true;
  REQUIRE(home.store.put_collection(collection));
  home.machine.put("/fake/ada", card("ada", "NOTE:old\r\nFN:Ada\r\n"));
  home.sync();
  CHECK(home.machine.report().warnings.empty());
}

TEST_CASE("a text that is no item replaces no good one, until the server gives one again") {
  Home home;
  const std::string bad =
      GENERATE(as<std::string>(), garbage, std::string(), ada.substr(0, ada.find("NOTE")));
  const bool inside = GENERATE(true, false);
  home.server->faults.inline_texts = inside;
  const bool edited = GENERATE(true, false);
  // Every second version comes inside.
  for (int puts = 0; puts < (inside ? 2 : 1); ++puts) home.server->put("/fake/ada", bad);
  for (int times = 0; times < 3; ++times) {
    home.sync();
    CHECK(has(home.here("/fake/ada"), "FN:Ada"));
    REQUIRE(home.machine.report().item_errors.size() == 1);
    CHECK(has(home.machine.report().item_errors[0].error.what, "kept"));
    if (edited) home.machine.put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:mine\r\n"));
  }
  CHECK(home.there("/fake/ada") == bad);
  CHECK(home.server->writes == 0);
  CHECK(home.conflicts().empty());
  SECTION("it is whole again") {
    home.server->put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:old\r\nTEL:1\r\n"));
    home.sync();
    CHECK(has(home.there("/fake/ada"), "TEL:1"));
    CHECK(has(home.there("/fake/ada"), "NOTE:mine") == edited);
    CHECK(home.here("/fake/ada") == home.there("/fake/ada"));
    home.check_silent();
  }
  SECTION("it is deleted there") {
    home.server->erase("/fake/ada");
    home.sync();
    CHECK(home.server->resources.contains("/fake/ada") == edited);
    CHECK(home.store.trash()->size() == (edited ? 0U : 1U));
    home.check_silent();
  }
  CHECK(home.store.left_out(home.machine.id())->empty());
}

TEST_CASE("a deletion here does not take along what cannot be read there") {
  Home home;
  home.server->put("/fake/ada", garbage);
  home.machine.remove("/fake/ada");
  home.sync();
  home.sync();
  CHECK(home.there("/fake/ada") == garbage);
  home.server->put("/fake/ada", card("ada", "FN:There\r\n"));
  home.sync();
  CHECK(has(home.here("/fake/ada"), "FN:There"));
  REQUIRE(home.store.trash()->size() == 1);
  home.check_silent();
}

TEST_CASE(
    "what cannot be read when it is read back, or after a 412, replaces nothing and is sent over by "
    "nothing") {
  Home home;
  home.machine.put("/fake/ada", card("ada", "FN:Mine\r\n"));
  const bool conflict = GENERATE(true, false);
  const std::string_view moment = conflict ? "update" : "fetch";
  home.server->faults.before_call = [&](std::string_view call) -> std::optional<Error> {
    if (call == moment && home.there("/fake/ada") != garbage) home.server->put("/fake/ada", garbage);
    return std::nullopt;
  };
  home.sync();
  home.server->faults.before_call = nullptr;
  for (int times = 0; times < 2; ++times) {
    CHECK(home.machine.report().item_errors.size() == 1);
    CHECK(has(home.here("/fake/ada"), "FN:Mine"));
    CHECK(home.there("/fake/ada") == garbage);
    home.sync();
  }
  home.server->put("/fake/ada", card("ada", "FN:Ada\r\nNOTE:old\r\nTEL:1\r\n"));
  home.sync();
  CHECK(has(home.here("/fake/ada"), "TEL:1"));
  CHECK(home.store.intents()->empty());
  CHECK(home.store.left_out(home.machine.id())->empty());
  CHECK(has(home.there("/fake/ada"), "FN:Mine"));
  home.check_silent();
}

TEST_CASE("a new text that is no item is kept as it is, and the next one takes its place") {
  Home home;
  home.server->put("/fake/odd", garbage);
  home.sync();
  CHECK(home.here("/fake/odd") == garbage);
  CHECK(home.machine.report().item_errors.size() == 1);
  home.server->put("/fake/odd", garbage + "again");
  home.sync();
  CHECK(home.here("/fake/odd") == garbage + "again");
  CHECK(home.store.left_out(home.machine.id())->empty());
}
