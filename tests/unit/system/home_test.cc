#include "adapters/system/home.h"

#include <sys/prctl.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "tests/support/test_folder.h"

using namespace goodturn;
using goodturn::tests::TestFolder;

namespace {

/// Sets or unsets a variable until the end of the block.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* old = std::getenv(name)) old_ = old;
    set(value);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { set(old_ ? old_->c_str() : nullptr); }

 private:
  void set(const char* value) {
    if (value != nullptr) {
      ::setenv(name_, value, 1);
    } else {
      ::unsetenv(name_);
    }
  }
  const char* name_;
  std::optional<std::string> old_;
};

}  // namespace

TEST_CASE("--home wins over GOODTURN_HOME, that over XDG_DATA_HOME, that over HOME") {
  const Variable user("HOME", "/user");
  const Variable shared("XDG_DATA_HOME", "/shared");
  const Variable named("GOODTURN_HOME", "/named");
  CHECK(system::find_home("/given/./here").value() == "/given/here");
  CHECK(system::find_home(std::nullopt).value() == "/named");
  const Variable unnamed("GOODTURN_HOME", nullptr);
  CHECK(system::find_home(std::nullopt).value() == "/shared/goodturn");
  const Variable relative("XDG_DATA_HOME", "not/absolute");
  CHECK(system::find_home(std::nullopt).value() == "/user/.local/share/goodturn");
  const Variable nobody("HOME", nullptr);
  CHECK(system::find_home(std::nullopt).error().kind == ErrorKind::invalid);
}

TEST_CASE("a home given as a relative path becomes absolute") {
  CHECK(system::find_home("here").value() == std::filesystem::current_path() / "here");
}

TEST_CASE("the home is made for the user alone, with the folders above it") {
  const TestFolder folder;
  const auto home = folder.path() / "above" / "home";
  REQUIRE(system::prepare_home(home));
  struct stat status {};
  REQUIRE(::stat(home.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);
  CHECK(system::prepare_home(home));
}

TEST_CASE("a home that others may read is closed, and a folder shared with other things is left as it is") {
  const TestFolder folder;
  const auto home = folder.path() / "home";
  const auto mode_after = [&home] {
    REQUIRE(::chmod(home.c_str(), 0755) == 0);
    CHECK(system::close_to_others(home));
    struct stat status {};
    REQUIRE(::stat(home.c_str(), &status) == 0);
    return status.st_mode & 0777;
  };
  std::filesystem::create_directory(home);
  CHECK(mode_after() == 0700);
  std::ofstream(home / "holiday.jpg") << "x";
  CHECK(mode_after() == 0755);
  std::ofstream(home / "goodturn.sqlite") << "x";
  CHECK(mode_after() == 0700);
}

TEST_CASE("a home that others could change is refused") {
  const TestFolder folder;
  const auto home = folder.path() / "home";
  REQUIRE(system::prepare_home(home));
  SECTION("writable by the group") {
    REQUIRE(::chmod(home.c_str(), 0770) == 0);
    CHECK(system::prepare_home(home).error().kind == ErrorKind::suspicious);
  }
  SECTION("writable by everyone") {
    REQUIRE(::chmod(home.c_str(), 0702) == 0);
    CHECK(system::prepare_home(home).error().kind == ErrorKind::suspicious);
  }
  SECTION("a link to a folder") {
    std::filesystem::create_directory_symlink(home, folder.path() / "link");
    CHECK(system::prepare_home(folder.path() / "link").error().kind == ErrorKind::suspicious);
  }
  SECTION("a file") {
    std::ofstream(folder.path() / "file") << "x";
    CHECK(system::prepare_home(folder.path() / "file").error().kind == ErrorKind::suspicious);
  }
}

TEST_CASE("after keep_private new files are closed to others and no core file is left") {
  system::keep_private();
  const TestFolder folder;
  std::ofstream(folder.path() / "file") << "x";
  struct stat status {};
  REQUIRE(::stat((folder.path() / "file").c_str(), &status) == 0);
  CHECK((status.st_mode & 077) == 0);
  CHECK(::prctl(PR_GET_DUMPABLE) == 0);
}
