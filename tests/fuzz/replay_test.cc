// Runs the fuzz corpus in every normal test run: a finding becomes a file there and stays found.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/invariants.h"

namespace {

template <class Check>
std::size_t replay(const std::filesystem::path& folder, Check check) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    check(std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
    ++files;
  }
  return files;
}

}  // namespace

TEST_CASE("the fuzz corpus keeps its promises") {
  CHECK(replay("tests/fuzz/corpus/card", goodturn::fuzz::check_card) >= 10);
  CHECK(replay("tests/fuzz/corpus/calendar", goodturn::fuzz::check_calendar) >= 5);
  CHECK(replay("tests/fuzz/corpus/merge", goodturn::fuzz::check_merge) >= 10);
  CHECK(replay("tests/fuzz/corpus/feed_put", goodturn::fuzz::check_feed_put) >= 6);
  CHECK(replay("tests/fuzz/corpus/libical", goodturn::fuzz::check_against_libical) >= 3);
  CHECK(replay("tests/fuzz/corpus/import", goodturn::fuzz::check_import) >= 1);
  CHECK(replay("tests/data/imports", goodturn::fuzz::check_import) >= 50);
  CHECK(replay("tests/data/quirks", goodturn::fuzz::check_import) >= 70);
  CHECK(replay("tests/data/quirks", goodturn::fuzz::check_card) >= 70);
  CHECK(replay("tests/data/quirks", goodturn::fuzz::check_calendar) >= 70);
  CHECK(replay("tests/data/quirks", goodturn::fuzz::check_against_libical) >= 70);
}
