// Hours without the server, and a computer that sleeps in the middle of a sync: nothing is deleted, nothing
// grows, nobody is stormed, and one sync brings all.
#include <SQLiteCpp/SQLiteCpp.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "helper/accounts/accounts.h"
#include "helper/items/items.h"
#include "tests/faults/desk.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

constexpr int minutes_out = 8 * 60;

Error no_network() { return {ErrorKind::network, "There is no network.", "", 0, {}}; }
Error out_of_order(std::chrono::seconds pause) { return {ErrorKind::server, "Later.", "", 503, pause}; }

/// A home with an address book of three cards that both sides have.
class Office {
 public:
  Office() {
    char name[] = "/tmp/goodturn-outage-XXXXXX";
    REQUIRE(::mkdtemp(name) != nullptr);
    folder_ = name;
    for (const char* uid : {"ada", "bob", "cleo"}) server->put(href(uid), card(uid));
    auto opened = Desk::open(folder_, server);
    REQUIRE(opened);
    desk = std::move(*opened);
    REQUIRE(helper::add_account(desk->world(), {"book.example.org", "", "", "Book"}, [] { return false; }));
    sync::Collection book = *desk->book();
    book.write_back = true;
    REQUIRE(desk->store().put_collection(book));
    REQUIRE(desk->sync());
    REQUIRE(desk->sync());
  }
  ~Office() {
    desk.reset();
    std::filesystem::remove_all(folder_);
  }
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;

  static std::string href(const std::string& uid) { return "/fake/" + uid; }

  /// On each side one card is edited, one is new, and one is deleted.
  void change_both_sides() {
    server->put(href("bob"), card("bob", "TEL:1\r\n"));
    server->put(href("dora"), card("dora"));
    const sync::CollectionId book = desk->book()->id;
    auto items = helper::Items::open(desk->world());
    REQUIRE(items);
    REQUIRE(items->put({book, Href(href("ada")), Uid("ada"), card("ada", "NOTE:mine\r\n")}));
    REQUIRE(items->put({book, Href(href("emil")), Uid("emil"), card("emil")}));
    REQUIRE(items->remove(book, Href(href("cleo"))));
  }

  void check_that_all_came() {
    REQUIRE(desk->sync());
    CHECK(server->resources.size() == 4);
    CHECK_FALSE(server->resources.contains(href("cleo")));
    CHECK(server->resources.at(href("ada")).text == card("ada", "NOTE:mine\r\n"));
    const auto state = state_of(*desk, *server);
    REQUIRE(state);
    for (const auto& [place, resource] : server->resources) {
      CHECK(state->at("item book/ " + place).find("\n" + resource.text) != std::string::npos);
      CHECK(state->at("base book/ " + place).starts_with(resource.text));
    }
    CHECK(desk->store().intents()->empty());
    CHECK(desk->store().conflicts()->empty());
    CHECK(desk->store().trash()->empty());
  }

  /// Rows of each table, by its name.
  std::map<std::string, std::int64_t> rows() {
    const SQLite::Database database((folder_ / "goodturn.sqlite").string());
    SQLite::Statement tables(database, "SELECT name FROM sqlite_master WHERE type = 'table'");
    std::map<std::string, std::int64_t> counts;
    while (tables.executeStep()) {
      const std::string name = tables.getColumn(0).getString();
      SQLite::Statement count(database, "SELECT count(*) FROM \"" + name + "\"");
      REQUIRE(count.executeStep());
      counts[name] = count.getColumn(0).getInt64();
    }
    return counts;
  }

  void answer_all_with(const Error& error) {
    server->faults.before_call = [error](std::string_view) { return std::optional(error); };
  }

  std::shared_ptr<FakeServer> server = std::make_shared<FakeServer>();
  std::unique_ptr<Desk> desk;

 private:
  std::filesystem::path folder_;
};

}  // namespace

TEST_CASE("eight hours without the server, asked every minute") {
  Office office;
  int most_calls = minutes_out;
  SECTION("no network") { office.answer_all_with(no_network()); }
  SECTION("out of order, and it says for how long") {
    office.answer_all_with(out_of_order(std::chrono::minutes(10)));
    most_calls = minutes_out / 10 + 1;
  }
  SECTION("out of order for a thousand years, it says") {
    office.answer_all_with(out_of_order(std::chrono::hours(24 * 365'000)));
    most_calls = 1;
  }
  SECTION("the network goes while something is sent, and what became of it is unknown") {
    office.server->faults.after_call = [&](std::string_view name) -> std::optional<Error> {
      if (name != "update") return std::nullopt;
      office.answer_all_with(no_network());
      office.server->faults.after_call = nullptr;
      return no_network();
    };
  }
  office.change_both_sides();
  CHECK_FALSE(office.desk->sync());
  const auto rows = office.rows();
  const int calls = office.server->calls;
  for (int minute = 0; minute < minutes_out; ++minute) {
    office.desk->clock().at += std::chrono::minutes(1);
    REQUIRE_FALSE(office.desk->sync());
  }
  CHECK(office.rows() == rows);
  CHECK(office.server->calls - calls <= most_calls);
  office.server->faults.before_call = nullptr;
  // The longest pause that is believed.
  if (most_calls == 1) office.desk->clock().at += std::chrono::hours(24);
  if (most_calls == minutes_out / 10 + 1) office.desk->clock().at += std::chrono::minutes(10);
  office.check_that_all_came();
}

TEST_CASE(
    "a computer that sleeps, or whose clock is set, in the middle of a sync goes on as if nothing was") {
  const auto jump =
      GENERATE(std::chrono::hours(8), std::chrono::hours(24 * 3650), -std::chrono::hours(24 * 3650));
  const std::string where = GENERATE("changes", "fetch", "update", "create", "remove");
  INFO("by " << jump.count() << " hours at " << where);
  Office office;
  office.change_both_sides();
  bool jumped = false;
  office.server->faults.before_call = [&](std::string_view name) -> std::optional<Error> {
    if (name == where && !std::exchange(jumped, true)) office.desk->clock().at += jump;
    return std::nullopt;
  };
  office.check_that_all_came();
  CHECK(jumped);
  const int calls = office.server->calls;
  const int writes = office.server->writes;
  REQUIRE(office.desk->sync());
  // The day changed: all is compared once, and nothing else.
  CHECK(office.server->calls - calls == 1);
  CHECK(office.server->writes == writes);
}

TEST_CASE("a sync that was cut off by sleep is taken up with the first one after it") {
  Office office;
  office.change_both_sides();
  office.server->faults.after_call = [&](std::string_view name) -> std::optional<Error> {
    if (name != "create") return std::nullopt;
    office.server->faults.after_call = nullptr;
    office.desk->clock().at += std::chrono::hours(8);
    return Error{ErrorKind::timeout, "No answer came.", "", 0, {}};
  };
  CHECK_FALSE(office.desk->sync());
  office.check_that_all_came();
}
