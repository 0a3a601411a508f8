#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "adapters/secrets/secrets.h"
#include "tests/support/test_folder.h"

using namespace goodturn;
using goodturn::tests::TestFolder;

TEST_CASE("the file keeps secrets between runs, for the user alone") {
  const TestFolder home;
  REQUIRE(secrets::file_secrets(home.path())->set("account 1", "Grüße \"😀\"\n"));
  const auto place = secrets::file_secrets(home.path());
  CHECK(place->get("account 1").value() == "Grüße \"😀\"\n");
  CHECK(place->get("account 2").value() == std::nullopt);
  struct stat status {};
  REQUIRE(::stat((home.path() / "secrets.json").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  REQUIRE(place->remove("account 1"));
  REQUIRE(place->remove("account 1"));
  CHECK(place->get("account 1").value() == std::nullopt);
}

TEST_CASE("a file that others may read, a link and damage are refused and left as they are") {
  const TestFolder home;
  const auto path = home.path() / "secrets.json";
  const auto place = secrets::file_secrets(home.path());
  SECTION("readable by others") {
    REQUIRE(place->set("a", "b"));
    REQUIRE(::chmod(path.c_str(), 0640) == 0);
    CHECK(place->get("a").error().kind == ErrorKind::suspicious);
  }
  SECTION("a link") {
    std::filesystem::create_symlink("/etc/hostname", path);
    CHECK(place->get("a").error().kind == ErrorKind::suspicious);
    CHECK(place->set("a", "b").error().kind == ErrorKind::suspicious);
  }
  SECTION("damage") {
    std::ofstream(path) << "{\"a\": ";
    REQUIRE(::chmod(path.c_str(), 0600) == 0);
    CHECK(place->set("a", "b").error().kind == ErrorKind::storage);
    CHECK(std::filesystem::file_size(path) == 6);
  }
}

TEST_CASE("a secret that is not text is refused") {
  const TestFolder home;
  CHECK(secrets::file_secrets(home.path())->set("a", "\xff").error().kind == ErrorKind::invalid);
}

TEST_CASE("the file can be asked for") {
  const TestFolder home;
  CHECK(secrets::open_secrets(home.path(), secrets::Place::file)->place().find("secrets.json") !=
        std::string::npos);
  ::setenv("GOODTURN_SECRETS", "file", 1);
  CHECK(secrets::open_secrets(home.path())->place().find("secrets.json") != std::string::npos);
  ::unsetenv("GOODTURN_SECRETS");
}
