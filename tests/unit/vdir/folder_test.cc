#include "adapters/vdir/folder.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "adapters/vdir/collection.h"
#include "tests/support/test_folder.h"

using namespace goodturn;
using goodturn::tests::TestFolder;

namespace {

void put(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

Result<void> ignore(sync::RemoteItem) { return {}; }

}  // namespace

TEST_CASE("only .vcf and .ics files that are not hidden are items") {
  CHECK(vdir::is_item_name("a.vcf"));
  CHECK(vdir::is_item_name("Ä b;c.ics"));
  for (const char* name :
       {"", "a", "a.vcf.tmp", ".a.vcf", "a.txt", "../a.vcf", "x/a.vcf", "displayname", ".."})
    CHECK_FALSE(vdir::is_item_name(name));
}

TEST_CASE("two writes in one tick of the clock have different versions") {
  const TestFolder folder;
  const auto path = folder.path() / "a.vcf";
  Etag last = vdir::create_item(path, "text 0").value();
  for (int i = 1; i < 50; ++i) {
    const Etag next = vdir::replace_item(path, last, "text " + std::to_string(i % 10)).value();
    CHECK(next != last);
    last = next;
  }
}

TEST_CASE("a writer that sets the modification time back is noticed") {
  const TestFolder folder;
  const auto path = folder.path() / "a.vcf";
  put(path, "one");
  const auto time = std::filesystem::last_write_time(path);
  const Etag before = vdir::version_of(path);
  put(path, "two");
  std::filesystem::last_write_time(path, time);
  CHECK(vdir::version_of(path) != before);
}

TEST_CASE("links, folders and pipes in the place of an item are not items") {
  const TestFolder folder;
  put(folder.path() / "real.vcf", "x");
  std::filesystem::create_symlink("real.vcf", folder.path() / "link.vcf");
  std::filesystem::create_directory(folder.path() / "folder.vcf");
  REQUIRE(::mkfifo((folder.path() / "pipe.vcf").c_str(), 0600) == 0);
  vdir::FolderCollection collection(folder.path(), ".vcf");
  const auto listing = collection.changes({}, ignore).value();
  REQUIRE(listing.members.size() == 1);
  CHECK(listing.members[0].href.value == "real.vcf");
  CHECK(collection.update(Href("link.vcf"), Etag("x"), "y").error().kind == ErrorKind::precondition);
}

TEST_CASE("an item that cannot be read is named and the others are given") {
  const TestFolder folder;
  put(folder.path() / "a.vcf", "A");
  std::filesystem::create_symlink("a.vcf", folder.path() / "b.vcf");
  vdir::FolderCollection collection(folder.path(), ".vcf");
  std::vector<std::string> texts;
  const std::vector<Href> hrefs = {Href("b.vcf"), Href("gone.vcf"), Href("../a.vcf"), Href("a.vcf")};
  const auto errors = collection.fetch(hrefs, [&](sync::RemoteItem item) {
    texts.push_back(item.text);
    return Result<void>{};
  });
  REQUIRE(errors.value().size() == 3);
  CHECK(errors.value()[0].error.kind == ErrorKind::suspicious);
  CHECK(errors.value()[1].error.kind == ErrorKind::not_found);
  CHECK(errors.value()[2].error.kind == ErrorKind::suspicious);
  CHECK(texts == std::vector<std::string>{"A"});
}

TEST_CASE("a replaced file keeps its mode and leaves no other file") {
  const TestFolder folder;
  const auto path = folder.path() / "a.vcf";
  put(path, "one");
  REQUIRE(::chmod(path.c_str(), 0644) == 0);
  REQUIRE(vdir::replace_item(path, vdir::version_of(path), "two"));
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0644);
  CHECK(vdir::replace_item(path, Etag("old"), "three").error().kind == ErrorKind::precondition);
  CHECK(vdir::create_item(path, "four").error().kind == ErrorKind::precondition);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()),
                      std::filesystem::directory_iterator()) == 1);
}

TEST_CASE("a removed folder is an error, not an empty listing") {
  const TestFolder folder;
  vdir::FolderCollection collection(folder.path() / "away", ".vcf");
  CHECK(collection.changes({}, ignore).error().kind == ErrorKind::not_found);
}

TEST_CASE("new names are safe and stay the same for a UID") {
  const vdir::FolderCollection collection("/nowhere", ".vcf");
  CHECK(collection.href_for(Uid("goodturn-1a")).value == "goodturn-1a.vcf");
  for (const char* uid : {"../../etc/passwd", "a/b", "", ".hidden", "urn:uuid:1", "Ä"}) {
    const Href href = collection.href_for(Uid(uid));
    CHECK(vdir::is_item_name(href.value));
    CHECK(href == collection.href_for(Uid(uid)));
    CHECK(href.value.size() == 36);
  }
}
