// Copies and their return, and what is saved of a file that is set aside.
#include "adapters/store/restore.h"

#include <fstream>
#include <set>
#include <sstream>

#include "adapters/store/backups.h"
#include "tests/unit/store/sample.h"

using namespace goodturn;
using namespace sample;
using store::SqliteStore;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// Cards of many lengths, from a few bytes to several pages.
std::set<std::string> fill(const Folder& folder) {
  auto store = open(folder);
  const auto id = must(store->put_collection(collection("local:book")));
  std::set<std::string> texts;
  for (int number = 0; number < 40; ++number) {
    const std::string text =
        "BEGIN:VCARD\r\nNOTE:" + std::string(static_cast<std::size_t>(number * 397), 'n') +
        "\r\nEND:VCARD\r\n";
    must(store->put_item(item(id, std::to_string(number), text)));
    texts.insert(text);
  }
  return texts;
}

std::set<std::string> files_below(const std::filesystem::path& folder) {
  std::set<std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) {
      CHECK(entry.path().extension() == ".vcf");
      CHECK(mode_of(entry.path()) == 0600);
      texts.insert(bytes_of(entry.path()));
    }
  return texts;
}

void damage_header(const Folder& folder) {
  std::fstream file(folder.file(), std::ios::binary | std::ios::in | std::ios::out);
  file.write("no database here", 16);
}

}  // namespace

TEST_CASE("without a copy every item of a damaged file is saved, and the next start is empty") {
  Folder folder;
  const auto texts = fill(folder);
  damage_header(folder);
  const std::string damaged = bytes_of(folder.file());
  const auto refused = SqliteStore::open(folder.file());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what.find("no copy") != std::string::npos);
  const auto restored = must(store::restore(folder.file(), std::nullopt));
  CHECK(restored.copy.empty());
  CHECK(restored.saved == texts.size());
  CHECK(files_below(restored.set_aside / "items") == texts);
  CHECK(bytes_of(restored.set_aside / "goodturn.db") == damaged);
  CHECK(must(open(folder)->collections()).empty());
}

TEST_CASE("the newest good copy comes back, a damaged one is passed over") {
  Folder folder;
  fill(folder);
  {
    auto store = open(folder);
    for (const int day : {1, 2, 3}) {
      must(store->set_setting("day", std::to_string(day)));
      must(store->back_up_daily(Day(std::chrono::days(day))));
      must(store->back_up_daily(Day(std::chrono::days(day))));  // once a day
    }
  }
  const auto copies = store::backups_of(folder.file());
  REQUIRE(copies.size() == 3);
  std::fstream(copies[0].file, std::ios::binary | std::ios::in | std::ios::out).seekp(9000).put('?');
  damage_header(folder);
  const auto restored = must(store::restore(folder.file(), std::nullopt));
  CHECK(restored.copy == copies[1].file);
  CHECK(must(open(folder)->setting("day")) == "2");
}

TEST_CASE("a copy that cannot be used changes nothing") {
  Folder folder;
  fill(folder);
  const std::string before = bytes_of(folder.file());
  const auto other = folder.path() / "other";
  std::ofstream(other) << "This is a letter to a friend, long enough to be looked at for what it is.";
  CHECK_FALSE(store::restore(folder.file(), other));
  CHECK(store::restore(folder.file(), folder.path() / "none").error().kind == ErrorKind::not_found);
  CHECK(bytes_of(folder.file()) == before);
  const auto restored = must(store::restore(folder.file(), folder.file()));  // itself: still a checked copy
  CHECK(restored.saved == 40);
  CHECK(must(open(folder)->items_with_uid(Uid("7"))).size() == 1);
}

TEST_CASE("a folder of copies that others may write to is refused") {
  Folder folder;
  fill(folder);
  std::filesystem::create_directory(folder.path() / "backups");
  chmod((folder.path() / "backups").c_str(), 0777);
  CHECK(open(folder)->back_up_daily(Day{}).error().kind == ErrorKind::suspicious);
}
