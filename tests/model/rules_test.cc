// What the sync promises beyond losing nothing: how often it looks, what it tells, what it asks.
#include <catch2/catch.hpp>

#include "helper/sync/pause.h"
#include "helper/sync/purge.h"
#include "tests/model/machine.h"
#include "tests/model/memory_store.h"
#include "tests/support/in_english.h"

using namespace goodturn;
using namespace goodturn::model;

namespace {

std::string card(const std::string& uid, const std::string& lines) {
  return "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:" + uid + "\r\n" + lines + "END:VCARD\r\n";
}

struct Home {
  ModelClock clock;
  MemoryStore store;
  std::shared_ptr<tests::FakeServer> server = std::make_shared<tests::FakeServer>();
  Machine machine{store, store, clock, [this] { return std::make_unique<tests::FakeCollection>(server); }};

  explicit Home(int count = 2) {
    for (int number = 0; number < count; ++number) put(number, "FN:Old\r\n");
    sync();
  }
  static std::string href(int number) { return "/fake/" + std::to_string(100 + number); }
  void put(int number, const std::string& lines) {
    server->put(href(number), card("u" + std::to_string(number), lines));
  }
  void edit(int number, const std::string& lines) {
    machine.put(href(number), card("u" + std::to_string(number), lines));
  }
  void sync(bool confirmed = false) { REQUIRE(machine.sync(confirmed) == End::done); }
  std::string warnings() {
    std::string all;
    for (const Said& one : machine.report().warnings) all += tests::english(one) + "\n";
    return all;
  }
};

bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("once a day everything is compared, whatever the token says, and no text is asked for") {
  Home home;
  const int fetches = home.server->fetches;
  // A change that the token hides: as a server gives that forgot to count it.
  home.server->resources[Home::href(0)] = {card("u0", "FN:Hidden\r\n"), ++home.server->last_version};
  home.sync();
  CHECK(has(home.machine.items().at(Home::href(0)), "FN:Old"));
  home.clock.pass(std::chrono::hours(25));
  home.sync();
  CHECK(has(home.machine.items().at(Home::href(0)), "FN:Hidden"));
  CHECK(home.server->fetches == fetches + 1);
  home.clock.pass(std::chrono::hours(25));
  home.sync();
  CHECK(home.server->fetches == fetches + 1);
}

namespace {

/// A server that was restored from a backup: it knows of no change, and its token counts from less.
class Restored final : public RemoteCollection {
 public:
  explicit Restored(std::shared_ptr<tests::FakeServer> server) : inner_(std::move(server)) {}
  Result<sync::Listing> changes(const SyncToken& since, const sync::OnItem& on_item) override {
    if (since.empty()) return inner_.changes(since, on_item);
    sync::Listing nothing;
    nothing.token = SyncToken("fake:0");
    return nothing;
  }
  Result<std::vector<sync::ItemError>> fetch(std::span<const Href> hrefs,
                                             const sync::OnItem& on_item) override {
    return inner_.fetch(hrefs, on_item);
  }
  Result<sync::Written> create(const Href& href, std::string_view text) override {
    return inner_.create(href, text);
  }
  Result<sync::Written> update(const Href& href, const Etag& etag, std::string_view text) override {
    return inner_.update(href, etag, text);
  }
  Result<void> remove(const Href& href, const Etag& etag) override { return inner_.remove(href, etag); }
  [[nodiscard]] Href href_for(const Uid& uid) const override { return inner_.href_for(uid); }

 private:
  tests::FakeCollection inner_;
};

}  // namespace

TEST_CASE("a token that goes back is not believed: everything is compared") {
  ModelClock clock;
  MemoryStore store;
  const auto server = std::make_shared<tests::FakeServer>();
  Machine machine(store, store, clock, [&] { return std::make_unique<Restored>(server); });
  for (const char* uid : {"a", "b", "c"}) server->put("/fake/" + std::string(uid), card(uid, "FN:Old\r\n"));
  REQUIRE(machine.sync() == End::done);
  server->erase("/fake/a");
  server->put("/fake/b", card("b", "FN:Restored\r\n"));
  REQUIRE(machine.sync() == End::done);
  CHECK(machine.items().size() == 2);
  CHECK(has(machine.items().at("/fake/b"), "Restored"));
}

TEST_CASE("an own value that another program puts back is told and kept, within a week") {
  for (const bool late : {false, true}) {
    Home home;
    home.edit(0, "FN:Old\r\nCATEGORIES:mentor\r\n");
    home.sync();
    home.clock.pass(std::chrono::hours(24 * (late ? 8 : 6)));
    home.put(0, "FN:Old\r\nTEL:1\r\n");
    home.sync();
    const auto conflicts = home.store.conflicts();
    REQUIRE(conflicts->size() == (late ? 0 : 1));
    CHECK(has(home.warnings(), "put back") == !late);
    if (late) continue;
    CHECK(conflicts->front().cause == sync::Cause::clobbered);
    CHECK(conflicts->front().local_line == "CATEGORIES:mentor");
  }
}

TEST_CASE("every write stands in the change log with the text before and as the server kept it") {
  Home home;
  home.server->faults.rewrite = [](std::string text) { return text.insert(text.find("END:"), "X-S:1\r\n"); };
  home.edit(0, "FN:New\r\n");
  home.machine.remove(Home::href(1));
  home.machine.create(card("fresh", "FN:Fresh\r\n"));
  home.sync();
  const auto writes = home.store.writes(10);
  REQUIRE(writes->size() == 3);
  int kinds = 0;
  for (const sync::LoggedWrite& write : *writes) {
    kinds |= 1 << static_cast<int>(write.kind);
    CHECK(write.before.empty() == (write.kind == sync::IntentKind::create));
    CHECK(write.after.empty() == (write.kind == sync::IntentKind::remove));
    CHECK((write.after.empty() || has(write.after, "X-S:1")));
  }
  CHECK(kinds == 7);
}

TEST_CASE("a collection that turned read-only keeps local changes, sends nothing and says so") {
  Home home;
  home.edit(0, "FN:Mine\r\n");
  SECTION("as the server says at its listing") {
    sync::Collection collection = home.machine.collection();
    collection.read_only = true;
    REQUIRE(home.store.put_collection(collection));
    home.sync();
    CHECK(has(home.warnings(), "1 change made here is not sent"));
  }
  SECTION("as it says when it is written to") {
    home.server->faults.read_only = true;
    home.sync();
    REQUIRE(home.machine.report().item_errors.size() == 1);
    CHECK(home.machine.report().item_errors[0].error.kind == ErrorKind::forbidden);
  }
  CHECK(home.server->writes == 0);
  CHECK(has(home.machine.items().at(Home::href(0)), "FN:Mine"));
}

TEST_CASE("a confirmation covers the deletions that were shown and no more") {
  Home home(40);
  for (int number = 0; number < 12; ++number) home.server->erase(Home::href(number));
  home.sync(true);  // nothing was shown yet
  CHECK(home.machine.report().held_back);
  CHECK(home.machine.items().size() == 40);
  home.server->erase(Home::href(12));
  home.sync(true);  // one more than was shown
  CHECK(home.machine.items().size() == 40);
  home.sync(true);
  CHECK(home.machine.items().size() == 27);
  CHECK(home.store.trash()->size() == 13);
}

TEST_CASE("many deletions here are asked about, too") {
  Home home(40);
  for (int number = 0; number < 12; ++number) home.machine.remove(Home::href(number));
  home.sync();
  CHECK(home.machine.report().held_back);
  CHECK(home.server->resources.size() == 40);
  home.sync(true);
  CHECK(home.server->resources.size() == 28);
}

TEST_CASE("a server that gives everything another name deletes nothing") {
  Home home(40);
  for (int number = 0; number < 40; ++number)
    home.server->move(Home::href(number), "/fake/new-" + std::to_string(number));
  home.edit(7, "FN:Mine\r\n");
  home.sync();
  CHECK_FALSE(home.machine.report().held_back);
  CHECK(home.machine.items().size() == 40);
  CHECK(has(home.server->resources.at("/fake/new-7").text, "FN:Mine"));
  CHECK(home.store.trash()->empty());
}

TEST_CASE("one UID under two names is told in a first sync, too, where all texts come with the listing") {
  Home home(0);
  home.server->faults.inline_texts = true;  // of even versions: each is put twice
  for (const char* name : {"/fake/a", "/fake/a", "/fake/b", "/fake/b"})
    home.server->put(name, card("same", "FN:Ada\r\n"));
  home.sync();
  CHECK(home.machine.items().size() == 2);
  CHECK(has(home.warnings(), "there 2 times"));
}

TEST_CASE("one UID under two names is told, not merged, and comes to rest") {
  Home home;
  home.server->put("/fake/copy", card("u0", "FN:Copy\r\n"));
  home.sync();
  CHECK(has(home.warnings(), "there twice"));
  CHECK(home.machine.items().size() == 3);
  const int writes = home.server->writes;
  home.sync();
  CHECK(home.server->writes == writes);
}

TEST_CASE("a weak etag is no condition: the content is compared right before the write") {
  Home home;
  home.server->faults.weak_etags = true;
  home.put(0, "FN:Old\r\nTEL:1\r\n");
  home.sync();
  home.edit(0, "FN:Mine\r\nTEL:1\r\n");
  bool once = false;
  home.server->faults.before_call = [&](std::string_view call) -> std::optional<Error> {
    // Another program, between the listing and our write; the weak etag stays.
    if (call == "fetch" && !std::exchange(once, true))
      home.server->resources.at(Home::href(0)).text = card("u0", "FN:Old\r\nTEL:2\r\n");
    return std::nullopt;
  };
  home.sync();
  CHECK(has(home.server->resources.at(Home::href(0)).text, "FN:Mine"));
  CHECK(has(home.server->resources.at(Home::href(0)).text, "TEL:2"));
}

TEST_CASE("a server's Retry-After is kept, and not believed for more than a day") {
  Home home;
  helper::World& world = home.machine.world();
  REQUIRE(helper::remember_pause(world, 1, {ErrorKind::too_many, "", "", 429, std::chrono::seconds(90)}));
  CHECK(helper::pause_of(world, 1)->has_value());
  home.clock.pass(std::chrono::seconds(91));
  CHECK_FALSE(helper::pause_of(world, 1)->has_value());
  REQUIRE(helper::remember_pause(world, 1, {ErrorKind::too_many, "", "", 429, std::chrono::hours(1000)}));
  home.clock.pass(std::chrono::hours(25));
  CHECK_FALSE(helper::pause_of(world, 1)->has_value());
  home.clock.pass(-std::chrono::hours(24 * 3650));
  CHECK_FALSE(helper::pause_of(world, 1)->has_value());
}

TEST_CASE("a clock that jumps throws nothing away, one that goes on does") {
  Home home;
  helper::World& world = home.machine.world();
  const auto purge_daily = [&](int days) {
    for (int day = 0; day < days; ++day) {
      home.clock.pass(std::chrono::hours(24));
      REQUIRE(helper::purge_kept(world));
    }
  };
  purge_daily(4);
  home.server->erase(Home::href(0));
  home.sync();
  REQUIRE(home.store.trash()->size() == 1);
  home.clock.pass(std::chrono::hours(24 * (GENERATE(true, false) ? 400 : 4000)));
  REQUIRE(helper::purge_kept(world));
  CHECK(home.store.trash()->size() == 1);
  purge_daily(1);
  CHECK(home.store.trash()->size() == 1);
  purge_daily(1);
  CHECK(home.store.trash()->empty());
}

TEST_CASE("two cards in one resource, and alarms without names, keep what both sides did to them") {
  Home home;
  const std::string href = Home::href(0);
  const auto both = [](const std::string& one, const std::string& other) {
    return card("u0", "FN:One\r\n" + one) + card("twin", "FN:Other\r\n" + other);
  };
  home.server->put(href, both("", ""));
  home.sync();
  SECTION("each side changed another one") {
    home.server->put(href, both("TEL:1\r\n", ""));
    home.machine.put(href, both("", "TEL:2\r\n"));
    home.sync();
    CHECK(has(home.server->resources.at(href).text, "TEL:1"));
    CHECK(has(home.server->resources.at(href).text, "TEL:2"));
  }
  SECTION("one came here") {
    home.server->put(href, both("TEL:1\r\n", ""));
    home.machine.put(href, both("", "") + card("third", "FN:Third\r\n"));
    home.sync();
    CHECK(has(home.server->resources.at(href).text, "TEL:1"));
    CHECK(has(home.server->resources.at(href).text, "FN:Third"));
  }
  SECTION("of two alarms one was deleted there and the other changed here") {
    const auto alarm = [](const std::string& text) {
      return "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:" + text + "\r\nEND:VALARM\r\n";
    };
    const auto event = [&](const std::string& alarms) {
      return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:u0\r\n" + alarms +
             "END:VEVENT\r\nEND:VCALENDAR\r\n";
    };
    home.server->put(href, event(alarm("first") + alarm("second")));
    home.sync();
    home.server->put(href, event(alarm("second")));
    home.machine.put(href, event(alarm("mine") + alarm("second")));
    home.sync();
    CHECK(has(home.server->resources.at(href).text, "mine"));
    CHECK(has(home.server->resources.at(href).text, "second"));
  }
  CHECK(home.store.conflicts()->empty());
  CHECK(home.machine.items().at(href) == home.server->resources.at(href).text);
}

TEST_CASE("a UID that changed there leaves one item") {
  Home home;
  home.edit(0, "FN:Old\r\nNOTE:mine\r\n");
  home.server->put(Home::href(0), card("another", "FN:There\r\n"));
  home.sync();
  CHECK(home.machine.items().size() == 2);
  CHECK(home.server->resources.size() == 2);
  const std::string& text = home.server->resources.at(Home::href(0)).text;
  CHECK(has(text, "UID:another"));
  CHECK(has(text, "FN:There"));
  CHECK(has(text, "NOTE:mine"));
  const int writes = home.server->writes;
  home.sync();
  CHECK(home.server->writes == writes);
}

TEST_CASE("items without a UID are items by their names") {
  Home home;
  const std::string nameless = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nobody\r\nEND:VCARD\r\n";
  home.server->put("/fake/a", nameless);
  home.server->put("/fake/b", nameless);
  home.sync();
  CHECK(home.warnings().empty());
  home.machine.put("/fake/b", nameless.substr(0, nameless.find("END")) + "NOTE:mine\r\nEND:VCARD\r\n");
  home.sync();
  CHECK(has(home.server->resources.at("/fake/b").text, "NOTE:mine"));
  CHECK(home.server->resources.at("/fake/a").text == nameless);
  home.server->erase("/fake/a");
  home.sync();
  CHECK(home.machine.items().size() == 3);
  const int writes = home.server->writes;
  home.sync();
  CHECK(home.server->writes == writes);
}

TEST_CASE("stamps that go back, as of a server whose clock does, decide nothing") {
  Home home;
  home.put(0, "FN:Old\r\nREV:20300101T000000Z\r\n");
  home.sync();
  home.put(0, "FN:There\r\nREV:20100101T000000Z\r\n");
  home.edit(0, "FN:Old\r\nNOTE:here\r\nREV:20310101T000000Z\r\n");
  home.sync();
  for (const std::string& text :
       {home.machine.items().at(Home::href(0)), home.server->resources.at(Home::href(0)).text}) {
    CHECK(has(text, "FN:There"));
    CHECK(has(text, "NOTE:here"));
  }
  const int writes = home.server->writes;
  home.put(0, "FN:There\r\nNOTE:here\r\nREV:19700101T000000Z\r\n");
  home.sync();
  CHECK(home.server->writes == writes);
  CHECK(home.store.conflicts()->empty());
}

TEST_CASE("a collection that vanished is told, and nothing of it is deleted") {
  Home home;
  home.edit(0, "FN:Mine\r\n");
  home.server->faults.before_call = [](std::string_view) -> std::optional<Error> {
    return Error{ErrorKind::not_found, "There is no such collection.", "", 404, {}};
  };
  CHECK(home.machine.sync() == End::failed);
  CHECK(home.machine.error()->kind == ErrorKind::not_found);
  CHECK(home.machine.items().size() == 2);
  CHECK(home.store.trash()->empty());
  home.server->faults.before_call = nullptr;
  home.sync();
  CHECK(has(home.server->resources.at(Home::href(0)).text, "FN:Mine"));
}
