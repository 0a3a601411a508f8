// cmake/GoodturnEmbed.cmake: the bytes in the program are the bytes of the files.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "embedded/contract.h"
#include "embedded/nothing.h"
#include "embedded/schemas.h"

namespace goodturn {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ostringstream all;
  all << std::ifstream(file, std::ios::binary).rdbuf();
  return all.str();
}

}  // namespace

TEST_CASE("an embedded folder holds every file below it, byte for byte, by its relative path") {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("schemas"))
    files += entry.is_regular_file() ? 1 : 0;
  const auto embedded = embedded::schemas();
  CHECK(embedded.size() == files);
  for (const auto& [path, bytes] : embedded) {
    INFO(path);
    CHECK((bytes == bytes_of(std::filesystem::path("schemas") / path)));
  }
}

TEST_CASE("single files are embedded by their names") {
  REQUIRE(embedded::contract().size() == 1);
  CHECK(embedded::contract().front().first == "openapi.json");
  CHECK((embedded::contract().front().second == bytes_of("schemas/openapi.json")));
}

TEST_CASE("a folder that is missing gives an empty table") { CHECK(embedded::nothing().empty()); }

}  // namespace goodturn
