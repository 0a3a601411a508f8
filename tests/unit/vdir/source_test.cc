#include "adapters/vdir/source.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/support/test_folder.h"

using namespace goodturn;
using goodturn::tests::TestFolder;

namespace {

void put(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

const char* const card = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:a\r\nFN:Ada Example\r\nEND:VCARD\r\n";

}  // namespace

TEST_CASE("sub-folders with items are collections with their name and colour") {
  const TestFolder root;
  put(root.path() / "contacts" / "a.vcf", card);
  put(root.path() / "contacts" / "displayname", "Müller & co\n");
  put(root.path() / "contacts" / "color", "#00ff7f\n");
  put(root.path() / "meetings" / "m.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
  put(root.path() / "meetings" / "color", "a nice green");
  put(root.path() / "pictures" / "a.png", "x");
  std::filesystem::create_directory(root.path() / "emptied");
  std::filesystem::create_directory(root.path() / ".hidden");
  const auto found = vdir::open_folder(root.path())->discover().value();
  REQUIRE(found.collections.size() == 3);
  CHECK(found.collections[0].name == "Müller & co");
  CHECK(found.collections[0].color == "#00ff7f");
  CHECK(found.collections[0].holds == sync::Components{true, false, false, false});
  CHECK(found.collections[1].name == "emptied");
  CHECK(found.collections[2].name == "meetings");
  CHECK(found.collections[2].color.empty());
  CHECK(found.collections[2].holds == sync::Components{false, true, true, true});
  CHECK(found.context_url == std::filesystem::canonical(root.path()).string());
}

TEST_CASE("a plain folder that itself holds files is one collection") {
  const TestFolder root;
  put(root.path() / "a.vcf", card);
  const auto found = vdir::open_folder(root.path())->discover().value();
  REQUIRE(found.collections.size() == 1);
  CHECK(found.collections[0].url == std::filesystem::canonical(root.path()).string());
}

TEST_CASE("a link to a folder inside the source is not followed") {
  const TestFolder root;
  const TestFolder elsewhere;
  put(elsewhere.path() / "a.vcf", card);
  std::filesystem::create_directory_symlink(elsewhere.path(), root.path() / "link");
  CHECK(vdir::open_folder(root.path())->discover().value().collections.empty());
}

TEST_CASE("a folder that is not there says so") {
  CHECK(vdir::open_folder("/no/such/folder")->discover().error().kind == ErrorKind::not_found);
}
