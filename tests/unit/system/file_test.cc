#include "adapters/system/file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/support/test_folder.h"

using namespace goodturn;
using goodturn::tests::TestFolder;

namespace {

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

}  // namespace

TEST_CASE("a written file is read back and belongs to the user alone") {
  const TestFolder folder;
  const auto path = folder.path() / "note";
  REQUIRE(system::write_file(path, "first"));
  REQUIRE(system::write_file(path, std::string("se\0cond", 7)));
  CHECK(system::read_file(path).value() == std::string("se\0cond", 7));
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a planted link is replaced by a write and refused by a read") {
  const TestFolder folder;
  const auto victim = folder.path() / "victim";
  std::ofstream(victim) << "untouched";
  const auto path = folder.path() / "secrets.json";
  std::filesystem::create_symlink(victim, path);
  CHECK(system::read_file(path).error().kind == ErrorKind::suspicious);
  REQUIRE(system::write_file(path, "mine"));
  CHECK(system::read_file(victim).value() == "untouched");
  CHECK_FALSE(std::filesystem::is_symlink(path));
}

TEST_CASE("what is not a readable file is an error and leaves nothing behind") {
  const TestFolder folder;
  CHECK(system::read_file(folder.path() / "none").error().kind == ErrorKind::not_found);
  CHECK(system::read_file(folder.path()).error().kind == ErrorKind::suspicious);
  CHECK(system::write_file(folder.path() / "none" / "file", "x").error().kind == ErrorKind::storage);
  std::filesystem::create_directory(folder.path() / "taken");
  CHECK(system::write_file(folder.path() / "taken", "x").error().kind == ErrorKind::storage);
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a pipe in the place of a file does not make the reader wait") {
  const TestFolder folder;
  REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
  CHECK(system::read_file(folder.path() / "pipe").error().kind == ErrorKind::suspicious);
}

TEST_CASE("the limit of a read holds to the byte") {
  const TestFolder folder;
  const auto path = folder.path() / "long";
  REQUIRE(system::write_file(path, std::string(200000, 'x')));
  CHECK(system::read_file(path, 200000).value().size() == 200000);
  CHECK(system::read_file(path, 199999).error().kind == ErrorKind::suspicious);
}
