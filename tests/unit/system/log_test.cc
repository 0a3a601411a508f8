#include "adapters/system/log.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "adapters/system/file.h"
#include "tests/support/test_folder.h"

using namespace goodturn;
using goodturn::tests::TestFolder;
using system::redacted;

TEST_CASE("what must not be kept is cut from a line") {
  CHECK(redacted("GET https://dav.example.org/a/b?token=abc#x done") ==
        "GET https://dav.example.org/a/b?… done");
  CHECK(redacted("https://alex:secret@dav.example.org/") == "https://dav.example.org/");
  CHECK(redacted("https://alex:p@ss@dav.example.org/x") == "https://dav.example.org/x");
  CHECK(redacted("Authorization: Bearer abc.def") == "Authorization: Bearer …");
  CHECK(redacted("Authorization: Basic YWxleA==") == "Authorization: Basic …");
  CHECK(redacted("PUT /follow-ups.ics?token=1 200") == "PUT /follow-ups.ics?… 200");
  CHECK(redacted("wrote to ada@example.org, twice") == "wrote to …@…, twice");
  CHECK(redacted("token abcdefghijklmnopqrstuvwx12 used") == "token … used");
  CHECK(redacted("one\r\ntwo") == "one  two");
}

TEST_CASE("what helps to find a fault stays in a line") {
  CHECK(redacted("collection https://dav.example.org/a/ 3 added, 1 error") ==
        "collection https://dav.example.org/a/ 3 added, 1 error");
  CHECK(redacted("item " + system::log_name(Uid("person-1")) + " not readable").size() == 5 + 8 + 13);
}

TEST_CASE("an item has the same short name each time and another than its neighbour") {
  CHECK(system::log_name(Uid("a")) == system::log_name(Uid("a")));
  CHECK(system::log_name(Uid("a")) != system::log_name(Uid("b")));
  CHECK(system::log_name(Uid("a")).size() == 8);
}

TEST_CASE("the log file holds redacted lines, for the user alone") {
  const TestFolder home;
  {
    auto log = system::Log::open(home.path());
    REQUIRE(log);
    log->warning("no answer to ada@example.org");
    log->note("sync of https://u:canary@dav.example.org/ began");
    log->error(Error{ErrorKind::auth, "Sign-in refused.", "https://dav.example.org/?canary", 401, {}});
  }
  const auto text = system::read_file(home.path() / "goodturn.log").value();
  CHECK(text.find("sync of https://dav.example.org/ began") != std::string::npos);
  CHECK(text.find("Sign-in refused.") != std::string::npos);
  CHECK(text.find("canary") == std::string::npos);
  CHECK(text.find("no answer to") != std::string::npos);
  CHECK(text.find("ada@") == std::string::npos);
  struct stat status {};
  REQUIRE(::stat((home.path() / "goodturn.log").c_str(), &status) == 0);
  CHECK((status.st_mode & 077) == 0);
}

TEST_CASE("the log is rotated and old files end") {
  const TestFolder home;
  auto log = system::Log::open(home.path());
  REQUIRE(log);
  const std::string line = [] {
    std::string words;
    while (words.size() < 4000) words += "word ";
    return words;
  }();
  for (int i = 0; i < 1200; ++i) log->note(line);
  std::uintmax_t total = 0;
  for (const auto& file : std::filesystem::directory_iterator(home.path())) total += file.file_size();
  CHECK(total > (1U << 20));
  CHECK(total <= 3U * (1U << 20));
}

TEST_CASE("a planted log link is refused") {
  const TestFolder home;
  std::filesystem::create_symlink(home.path() / "elsewhere", home.path() / "goodturn.log");
  CHECK(system::Log::open(home.path()).error().kind == ErrorKind::storage);
  CHECK_FALSE(std::filesystem::exists(home.path() / "elsewhere"));
}
