// The power goes between any two writes (F15): what was acknowledged is there, nothing is half, and the work
// comes to the same end.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>

#include "tests/faults/power.h"
#include "tests/faults/scenario.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

namespace fs = std::filesystem;

std::uint64_t seed() {
  const char* given = std::getenv("GOODTURN_SEED");
  const std::uint64_t value = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  std::cout << "power: GOODTURN_SEED=" << value << "\n";
  return value;
}

fs::path emptied(const fs::path& folder) {
  fs::remove_all(folder);
  fs::create_directory(folder);
  fs::permissions(folder, fs::perms::owner_all);
  return folder;
}

constexpr Reached ways[] = {Reached::none, Reached::all, Reached::some, Reached::some};

/// Cuts the power before each call of a run of the scenario and requires that the work resumes.
std::size_t cut_everywhere(const Scenario& scenario, const fs::path& room, std::mt19937_64& random) {
  Start start{emptied(room / "start"), {}};
  scenario.prepare(start);
  const State expected = undisturbed(scenario, start);
  lay_out(start, room / "home");
  PowerRecord record(room / "home");
  auto server = std::make_shared<FakeServer>(start.server);
  std::vector<FakeServer> servers;  // as it was at each call
  {
    WatchedDisk disk;
    disk.observe([&](const Operation& operation) {
      record.note(operation);
      while (servers.size() < record.calls()) servers.push_back(*server);
      return SQLITE_OK;
    });
    auto desk = Desk::open(room / "home", server, disk.name());
    REQUIRE(desk);
    REQUIRE(scenario.work(**desk));
  }
  for (std::size_t call = 1; call < record.calls(); ++call)
    for (const Reached reached : ways) {
      INFO(scenario.name << ", power cut before call " << call << ", way " << static_cast<int>(reached));
      record.leave(call, reached, random, emptied(room / "cut"));
      require_resumes(scenario, room / "cut", servers[call], expected);
    }
  return record.calls();
}

}  // namespace

TEST_CASE("the power may go between any two writes") {
  std::mt19937_64 random(seed());
  const FastFolder room;
  for (const Scenario& scenario : scenarios())
    std::cout << scenario.name << ": power cut before each of "
              << cut_everywhere(scenario, room.path(), random) << " calls, in " << std::size(ways)
              << " ways\n";
}

TEST_CASE("an acknowledged transaction outlives the power, and no other is half there") {
  std::mt19937_64 random(seed());
  const FastFolder room;
  const fs::path home = emptied(room.path() / "home");
  PowerRecord record(home);
  std::vector<std::size_t> acknowledged;  // calls that were made when transaction number i was done
  sync::CollectionId book = 0;
  {
    WatchedDisk disk;
    disk.observe([&](const Operation& operation) {
      record.note(operation);
      return SQLITE_OK;
    });
    auto store = store::SqliteStore::open(home / "goodturn.sqlite", disk.name());
    REQUIRE(store);
    sync::Collection collection;
    collection.url = "local:book";
    book = *(*store)->put_collection(collection);
    for (int number = 0; number < 25; ++number) {
      const sync::Item item{book, Href(std::to_string(number)), Uid("u"),
                            card("u", "NOTE:" + std::string(3000, 'n') + "\r\n")};
      REQUIRE((*store)->transact([&]() -> Result<void> {
        if (auto put = (*store)->put_item(item); !put) return put;
        return (*store)->put_base({book, item.href, Etag("\"1\""), item.text});
      }));
      acknowledged.push_back(record.calls());
    }
  }
  REQUIRE(acknowledged.size() == 25);
  for (std::size_t call = acknowledged.front(); call <= record.calls(); ++call)
    for (const Reached reached : ways) {
      INFO("power cut before call " << call << ", way " << static_cast<int>(reached));
      record.leave(call, reached, random, emptied(room.path() / "cut"));
      auto store = store::SqliteStore::open(room.path() / "cut" / "goodturn.sqlite");
      REQUIRE(store);
      REQUIRE((*store)->check());
      const auto marks = (*store)->base_marks(book);
      REQUIRE(marks);
      const auto done = std::count_if(acknowledged.begin(), acknowledged.end(),
                                      [&](std::size_t calls) { return calls <= call; });
      CHECK(marks->size() >= static_cast<std::size_t>(done));
      for (const sync::BaseMark& mark : *marks) CHECK(mark.local_same);
    }
  std::cout << "power cut before each of " << record.calls() << " calls of 25 transactions\n";
}
