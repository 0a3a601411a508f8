// metrics.md 2.7: dormant ties.
#include "core/relations/dormant.h"

#include <catch2/catch.hpp>

using namespace goodturn;
using namespace goodturn::relations;

namespace {

Day day(int year, unsigned month, unsigned number) {
  return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(number);
}

}  // namespace

TEST_CASE("A tie is dormant after three years to the day") {
  CHECK(is_dormant(day(2023, 11, 22), day(2026, 11, 22)));
  CHECK_FALSE(is_dormant(day(2023, 11, 23), day(2026, 11, 22)));
  CHECK(is_dormant(day(2024, 2, 29), day(2027, 2, 28)));
  CHECK_FALSE(is_dormant(day(2024, 2, 29), day(2027, 2, 27)));
}

TEST_CASE("Trust comes first, then seniority, then fresh company") {
  const auto tie = [](const char* name, bool trusted, std::optional<int> seniority, double overlap) {
    return DormantTie{Uid(name), trusted, seniority, overlap};
  };
  const std::vector<DormantTie> order = revival_order(
      {tie("unknown", false, std::nullopt, 0), tie("close", false, 4, 0.9), tie("far", false, 4, 0.1),
       tie("trusted", true, 0, 1), tie("same-b", false, 2, 0), tie("same-a", false, 2, 0)});
  std::vector<std::string> names;
  for (const DormantTie& one : order) names.push_back(one.person.value);
  CHECK(names == std::vector<std::string>{"trusted", "far", "close", "same-a", "same-b", "unknown"});
}
