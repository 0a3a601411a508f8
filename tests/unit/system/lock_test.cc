#include "adapters/system/lock.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/support/in_english.h"
#include "tests/support/test_folder.h"

using namespace goodturn;
using goodturn::tests::TestFolder;

namespace {

/// The exit status of a second program that tries to take the lock: 0 taken, 1 busy, 2 otherwise.
int second_program(const std::filesystem::path& home) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const auto lock = system::HomeLock::take(home);
    ::_exit(lock ? 0 : lock.error().kind == ErrorKind::busy ? 1 : 2);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("two programs on one home: the second is refused with the first one's pid") {
  const TestFolder home;
  {
    const auto first = system::HomeLock::take(home.path());
    REQUIRE(first);
    CHECK(second_program(home.path()) == 1);
    const auto again = system::HomeLock::take(home.path());
    CHECK(tests::english(again.error()).find(std::to_string(::getpid())) != std::string::npos);
  }
  CHECK(second_program(home.path()) == 0);
}

TEST_CASE("the lock file of a killed program is harmless") {
  const TestFolder home;
  std::ofstream(home.path() / "lock") << "99999\n";
  CHECK(system::HomeLock::take(home.path()));
}

TEST_CASE("a lock that is a planted link is not followed") {
  const TestFolder home;
  std::ofstream(home.path() / "victim") << "untouched";
  std::filesystem::create_symlink(home.path() / "victim", home.path() / "lock");
  CHECK(system::HomeLock::take(home.path()).error().kind == ErrorKind::storage);
  CHECK(std::filesystem::file_size(home.path() / "victim") == 9);
}

TEST_CASE("a moved lock is held once and let go once") {
  const TestFolder home;
  auto first = system::HomeLock::take(home.path());
  REQUIRE(first);
  {
    const system::HomeLock moved = std::move(*first);
    CHECK(second_program(home.path()) == 1);
  }
  CHECK(second_program(home.path()) == 0);
}
