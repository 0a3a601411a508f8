#include "tests/unit/helper/test_world.h"
#include "tests/support/in_english.h"

#include <unistd.h>

#include "helper/accounts/accounts.h"

namespace goodturn::helper {

TestWorld::TestWorld(std::shared_ptr<MemoryServer> shared) : shared_server(std::move(shared)) {
  char name[] = "/tmp/goodturn-test-XXXXXX";
  REQUIRE(::mkdtemp(name) != nullptr);
  folder_ = name;
  auto opened = store::SqliteStore::open(folder_ / "goodturn.sqlite");
  REQUIRE(opened);
  store_ = std::move(*opened);
  const auto open = [this](const sync::Account&, const Keys&,
                           const Cancelled&) -> Result<std::unique_ptr<Source>> { return server.source(); };
  world_.emplace(World{*store_, *store_, recurrence_, secrets_, clock, random_, open, writer_, generation_,
                       phones_, *store_, &snapshots_, &turns_});
  undo_.emplace(random_);
}

TestWorld::~TestWorld() {
  store_.reset();
  std::filesystem::remove_all(folder_);
}

void TestWorld::set_up() {
  const auto added = add_account(world(), {"memory.example.org", "alex", "secret", ""}, [] { return false; });
  REQUIRE(added);
}

SyncResult TestWorld::sync() {
  auto result = run_sync(world(), {});
  REQUIRE(result);
  INFO(tests::english(summary_of(*result)));
  CHECK_FALSE(has_errors(*result));
  return *result;
}

sync::Collection TestWorld::collection(const std::string& name) {
  const auto collections = world().store.collections();
  REQUIRE(collections);
  for (const sync::Collection& one : *collections)
    if (one.name == name) return one;
  FAIL("no collection " << name);
  return {};
}

std::string card(const std::string& uid, const std::string& name, const std::string& lines) {
  return "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:" + uid + "\r\nFN:" + name + "\r\n" + lines + "END:VCARD\r\n";
}

std::string meeting(const std::string& uid, const std::string& start, const std::string& guest,
                    const std::string& lines) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:" + uid +
         "\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:" + start +
         "\r\nDURATION:PT1H\r\nSUMMARY:Budget review\r\n" +
         "ORGANIZER:mailto:alex@example.org\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:alex@example.org\r\n" +
         "ATTENDEE;PARTSTAT=ACCEPTED:mailto:" + guest + "\r\n" + lines + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

}  // namespace goodturn::helper
