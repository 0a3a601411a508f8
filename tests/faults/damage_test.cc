// Random damage to a database (F19, K5): it is seen, or nothing that is read is wrong; the damaged file is
// never written over, and what can be read of it is saved.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>

#include "adapters/store/backups.h"
#include "adapters/store/restore.h"
#include "helper/items/items.h"
#include "tests/faults/contents.h"
#include "tests/faults/scenario.h"
#include "tests/support/in_english.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

namespace fs = std::filesystem;
using store::SqliteStore;

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

void write(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
}

/// Opens and reads as the program does: all is as before, or an error.
Result<State> read_all(const fs::path& file, bool writer, const std::vector<std::string>& settings) {
  auto store = writer ? SqliteStore::open(file) : SqliteStore::open_reader(file);
  if (!store) return fail(store.error());
  return contents_of(**store, settings);
}

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* given = std::getenv(variable);
  return given != nullptr ? std::strtoull(given, nullptr, 10) : otherwise;
}

struct Damage {
  std::string name;
  std::string bytes;
};

Damage damage_of(std::string bytes, std::mt19937_64& random) {
  const auto somewhere = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
  const std::size_t page = somewhere(bytes.size() / 4096) * 4096;
  switch (random() % 8) {
    case 0:
    case 1: {
      const std::size_t at = somewhere(bytes.size());
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
      return {"one bit at " + std::to_string(at), bytes};
    }
    case 2: {
      for (int i = 0; i < 20; ++i) bytes[somewhere(bytes.size())] = static_cast<char>(random());
      return {"twenty bytes", bytes};
    }
    case 3: {  // the header, where a single bit changes what everything means
      const std::size_t at = somewhere(100);
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
      return {"one bit of the header at " + std::to_string(at), bytes};
    }
    case 4:
      bytes.replace(page, 4096, 4096, '\0');
      return {"a page of zeros at " + std::to_string(page), bytes};
    case 5: {  // a write that went to the wrong place
      const std::size_t other = somewhere(bytes.size() / 4096) * 4096;
      bytes.replace(page, 4096, bytes.substr(other, 4096));
      return {"page at " + std::to_string(other) + " also at " + std::to_string(page), bytes};
    }
    case 6:
      bytes.resize(somewhere(bytes.size()));
      return {"cut to " + std::to_string(bytes.size()), bytes};
    default:
      return {"another file", std::string(somewhere(20000), static_cast<char>(random()))};
  }
}

calendar::Record promise() {
  calendar::Record record;
  record.uid = Uid("goodturn-promise");
  record.kind = RecordKind::promised;
  record.person = Uid("u1");
  record.text = "the slides";
  return record;
}

calendar::FollowUp thanks() {
  calendar::FollowUp follow_up;
  follow_up.uid = Uid("goodturn-thanks");
  follow_up.person = Uid("u2");
  follow_up.summary = "Write to Ada Example";
  return follow_up;
}

/// Everything of which a user would miss a row: an account alone has only items.
void live_in(Desk& desk) {
  store::SqliteStore& store = desk.store();
  const sync::CollectionId book = desk.book()->id;
  const Instant now = desk.clock().now();
  auto items = helper::Items::open(desk.world());
  REQUIRE(items);
  const Uid record = promise().uid;
  REQUIRE(items->put_record(items->journal(), record, calendar::write_record(promise(), now)));
  REQUIRE(items->put_record(items->follow_ups(), thanks().uid, calendar::write_follow_up(thanks(), now)));
  REQUIRE(items->put({book, Href("/book/1"), Uid("u1"), card("u1", "TITLE:Changed here\r\n")}));
  REQUIRE(items->put({book, Href("/book/new"), Uid("new"), card("new")}));
  REQUIRE(items->remove(book, Href("/book/2")));
  for (const char* number : {"3", "4", "5"}) {
    const Href href("/book/" + std::string(number));
    const std::string old = card("u" + std::string(number), "NOTE:old\r\n");
    REQUIRE(store.put_intent({0, sync::IntentKind::update, book, href, Etag("\"1\""), old}));
    REQUIRE(
        store.add_conflict({0, book, href, "NOTE", "here", "there", now, sync::Cause::clash, "NOTE:here"}));
    REQUIRE(
        store.add_trash({0, book, href, Uid("u" + std::string(number)), old, sync::TrashReason::gone, now}));
    REQUIRE(store.add_write({0, now, book, href, sync::IntentKind::update, old, card("new"), false}));
    REQUIRE(store.set_setting("kept." + std::string(number), std::string(700, *number)));
  }
  REQUIRE(store.watch_mail(
      std::vector<relations::MailAccount>{{"mail", "Mail of Alex", {{"inbox", "Inbox", std::nullopt}}, 0}}));
  REQUIRE(store.mark_read("mail", "inbox", {now - std::chrono::hours(100), now}));
  std::vector<relations::Observation> seen;
  for (int number = 0; number < 200; ++number)
    seen.push_back({"m" + std::to_string(number) + "@example.org",
                    "",
                    now - std::chrono::hours(number),
                    Direction::in,
                    {"p" + std::to_string(number % 20) + "@example.org"},
                    1});
  REQUIRE(store.observe("mail", seen));
}

/// A closed database with cards that fill parts of pages and some that fill many, and a copy of it.
std::string make_database(const fs::path& home, std::mt19937_64& random) {
  Start start{home, {}};
  for (int number = 0; number < 60; ++number) {
    const std::size_t length = number % 9 == 0 ? 9000 + random() % 20000 : random() % 900;
    start.server.put("/book/" + std::to_string(number),
                     card("u" + std::to_string(number), "NOTE:" + std::string(length, 'n') + "\r\n"));
  }
  scenarios().front().prepare(start);
  auto server = std::make_shared<FakeServer>(start.server);
  auto desk = Desk::open(home, server);
  REQUIRE(desk);
  REQUIRE((*desk)->sync());
  live_in(**desk);
  REQUIRE((*desk)->store().back_up_daily((*desk)->world().now().today));
  desk->reset();
  return bytes_of(home / "goodturn.sqlite");
}

bool is_clear(const Error& error) {
  return (error.kind == ErrorKind::storage || error.kind == ErrorKind::suspicious ||
          error.kind == ErrorKind::invalid) &&
         !error.what.empty();
}

fs::path laid_out(const fs::path& room, const fs::path& home, const std::string& bytes) {
  fs::remove_all(room / "damaged");
  fs::create_directory(room / "damaged");
  fs::permissions(room / "damaged", fs::perms::owner_all);
  fs::create_directory_symlink(home / "backups", room / "damaged" / "backups");
  const fs::path file = room / "damaged" / "goodturn.sqlite";
  write(file, bytes);
  return file;
}

}  // namespace

TEST_CASE("random damage is seen or does no harm") {
  const std::uint64_t seed = number_from("GOODTURN_SEED", std::random_device{}());
  const std::uint64_t count = number_from("GOODTURN_DAMAGES", 1000);
  std::cout << "damage: GOODTURN_SEED=" << seed << "\n";
  std::mt19937_64 random(seed);
  const FastFolder room;
  const fs::path home = room.path() / "home";
  fs::create_directory(home);
  fs::permissions(home, fs::perms::owner_all);
  const std::string sound = make_database(home, random);
  const auto settings = settings_in(home / "goodturn.sqlite");
  const auto expected = read_all(home / "goodturn.sqlite", false, settings);
  REQUIRE(expected);
  for (const char* kind :
       {"account", "collection", "item", "base", "unsent", "under way", "conflict", "trash", "written",
        "setting", "mail account", "mail at", "person", "record", "follow-up"})
    CHECK(expected->lower_bound(kind)->first.starts_with(kind));
  std::size_t seen = 0, saved = 0, restored = 0;
  for (std::uint64_t round = 0; round < count; ++round) {
    const Damage damage = damage_of(sound, random);
    INFO("round " << round << ": " << damage.name);
    const fs::path file = laid_out(room.path(), home, damage.bytes);
    const bool writer = random() % 2 == 0;
    const auto read = read_all(file, writer, settings);
    if (read) {
      CHECK((*read == *expected));
      continue;
    }
    ++seen;
    CHECK(is_clear(read.error()));
    CHECK(bytes_of(file) == damage.bytes);  // left as it was
    if (seen % 20 != 0) continue;
    const auto back = store::restore(file, std::nullopt);
    INFO((back ? "" : describe(back.error())));
    REQUIRE(back);
    CHECK(bytes_of(back->set_aside / "goodturn.sqlite") == damage.bytes);
    CHECK(read_all(file, true, settings).value_or(State()) == *expected);
    saved += back->saved;
    ++restored;
  }
  std::cout << count << " damages: " << seen << " seen, " << count - seen << " in places that are not read; "
            << restored << " restored, on average " << saved / std::max<std::size_t>(restored, 1)
            << " of 69 items read from the damaged file\n";
  CHECK(seen > count / 2);
  CHECK(saved > restored * 20);
}

TEST_CASE("a log that was taken away is missed") {
  std::mt19937_64 random(1);
  const FastFolder room;
  const fs::path home = room.path() / "home";
  fs::create_directory(home);
  fs::permissions(home, fs::perms::owner_all);
  make_database(home, random);
  auto store = SqliteStore::open(home / "goodturn.sqlite");
  REQUIRE(store);
  REQUIRE((*store)->set_setting("key", "newest"));
  // As a killed program leaves it.
  const fs::path left = room.path() / "left";
  fs::copy(home, left, fs::copy_options::recursive);
  const fs::path file = left / "goodturn.sqlite";
  REQUIRE(fs::remove(file.string() + "-wal"));
  const std::string before = bytes_of(file);
  for (const bool writer : {true, false}) {
    const auto read = read_all(file, writer, {});
    REQUIRE_FALSE(read);
    CHECK(english(read.error()).find("-wal") != std::string::npos);
    CHECK(bytes_of(file) == before);
  }
  const auto back = store::restore(file, std::nullopt);
  REQUIRE(back);
  CHECK(read_all(file, true, {}));
  CHECK(back->saved == 69);
}

TEST_CASE("a database that is gone or empty is not begun anew beside its copies") {
  std::mt19937_64 random(1);
  const FastFolder room;
  const fs::path home = room.path() / "home";
  fs::create_directory(home);
  fs::permissions(home, fs::perms::owner_all);
  make_database(home, random);
  const fs::path file = home / "goodturn.sqlite";
  const auto left = GENERATE(as<std::optional<std::string>>(), std::nullopt, "", "x");
  fs::remove(file);
  if (left) write(file, *left);
  const auto opened = SqliteStore::open(file);
  REQUIRE_FALSE(opened);
  CHECK(english(opened.error()).find(store::backups_of(file).front().file.string()) != std::string::npos);
  CHECK(fs::exists(file) == left.has_value());
  REQUIRE(store::restore(file, std::nullopt));
  CHECK(read_all(file, true, {}));
}
