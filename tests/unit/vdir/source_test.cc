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

TEST_CASE("only a folder in which cards and calendar items lie is told as one that holds both") {
  const TestFolder root;
  put(root.path() / "both" / "a.vcf", card);
  put(root.path() / "both" / "m.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
  put(root.path() / "empty calendar" / "displayname", "Meetings\n");
  put(root.path() / "empty calendar" / "color", "#00ff7f\n");
  const auto found = vdir::open_folder(root.path())->discover().value();
  REQUIRE(found.collections.size() == 2);
  CHECK(found.collections[1].holds == sync::Components{true, true, true, true});
  REQUIRE(found.notes.size() == 1);
  CHECK(found.notes[0] == Said("account.mixed_folder", {{"folder", std::string("both")}}));
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

TEST_CASE("a new calendar is a folder of its own that discovery finds and that takes its items") {
  const TestFolder root;
  const auto source = vdir::open_folder(root.path());
  const sync::Components journals{false, false, false, true};
  const auto made = source->create_collection("../Journal: für/mich", journals);
  REQUIRE(made);
  CHECK(made->name == "../Journal: für/mich");
  CHECK(made->holds == journals);
  CHECK(std::filesystem::path(made->url).parent_path() == std::filesystem::canonical(root.path()));
  const auto second = source->create_collection("../Journal: für/mich", journals);
  REQUIRE(second);
  CHECK(second->url == made->url + "-2");
  const auto found = source->discover().value();
  REQUIRE(found.collections.size() == 2);
  CHECK(found.collections.front().name == made->name);
  CHECK(found.collections.front().url == made->url);

  const auto collection = source->open(*made).value();
  CHECK(collection->href_for(Uid("a")).value.ends_with(".ics"));
  CHECK(collection->create(collection->href_for(Uid("a")), "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"));
}

TEST_CASE("a calendar without a kind, for cards, or where nothing can be made is refused") {
  const TestFolder root;
  const auto source = vdir::open_folder(root.path());
  CHECK(source->create_collection("Cards", {true, false, false, false}).error().kind == ErrorKind::invalid);
  CHECK(source->create_collection("Nothing", {}).error().kind == ErrorKind::invalid);
  CHECK(source->create_collection("", {false, true, false, false}).error().kind == ErrorKind::invalid);
  const auto nowhere = vdir::open_folder(root.path() / "nowhere");
  CHECK(nowhere->create_collection("Journal", {false, true, false, false}).error().kind ==
        ErrorKind::not_found);
}
