// Prepared words, checklists and percentages.
#include "core/relations/script.h"

#include <catch2/catch.hpp>
#include <numeric>
#include <random>

#include "core/relations/share.h"
#include "tests/unit/relations/seed.h"

using namespace goodturn;
using namespace goodturn::relations;

namespace {

FilledScript filled(const std::string& text) {
  Script script;
  script.text = text;
  return fill(script, [](std::string_view name) -> std::optional<std::string> {
    if (name == "firstName") return "Ada";
    if (name == "braces") return "{firstName}";
    if (name == "empty") return "";
    return std::nullopt;
  });
}

}  // namespace

TEST_CASE("Fields are replaced everywhere, and their values are not looked at again") {
  CHECK(filled("Dear {firstName}, {firstName}!").text == "Dear Ada, Ada!");
  CHECK(filled("{braces}").text == "{firstName}");
  CHECK(filled("").text.empty());
  CHECK(filled("").missing.empty());
}

TEST_CASE("A missing field blocks the whole text and is named once") {
  const FilledScript blocked = filled("{company} {firstName} {company} {empty}");
  CHECK(blocked.text.empty());
  CHECK(filled("{A0} {Zz9} {a} {z}").missing == std::vector<std::string>{"A0", "Zz9", "a", "z"});
  CHECK(blocked.missing == std::vector<std::string>{"company", "empty"});
}

TEST_CASE("Other braces stay as they are") {
  for (const char* text : {"{", "}", "{}", "{ firstName }", "{a b}", "{{", "a{firstName", "{ü}"}) {
    CHECK(filled(text).text == text);
    CHECK(filled(text).missing.empty());
  }
  CHECK(filled("{{firstName}}").text == "{Ada}");
}

TEST_CASE("Percentages add up to a hundred") {
  CHECK(percentages(std::vector{1, 1, 1}) == std::vector{34, 33, 33});
  CHECK(percentages(std::vector{1, 2, 0}) == std::vector{33, 67, 0});
  CHECK(percentages(std::vector{0, 0}) == std::vector{0, 0});
  CHECK(percentages({}).empty());
  auto random = seeded();
  std::uniform_int_distribution<int> count(0, 1000), size(1, 12);
  for (int round = 0; round < 500; ++round) {
    std::vector<int> counts(static_cast<std::size_t>(size(random)));
    for (int& one : counts) one = count(random);
    const std::vector<int> percent = percentages(counts);
    const int all = std::accumulate(counts.begin(), counts.end(), 0);
    REQUIRE(std::accumulate(percent.begin(), percent.end(), 0) == (all > 0 ? 100 : 0));
    for (std::size_t i = 0; i < counts.size() && all > 0; ++i)
      REQUIRE(std::abs(percent[i] - 100.0 * counts[i] / all) < 1);
  }
}
