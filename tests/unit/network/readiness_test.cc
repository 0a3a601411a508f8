// metrics.md 2.18.
#include "core/network/readiness.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace goodturn::network;
using goodturn::relations::Share;

namespace {

ReadinessContact contact(double strength) { return {strength, true, true, 2, 0.0, 10, 30}; }

}  // namespace

TEST_CASE("The example") {
  const auto result = readiness({0.5, 0.8, 0.6, 1.0});
  CHECK(result->value == Approx(0.725).margin(1e-6));
  CHECK(result->parts_known == 4);
}

TEST_CASE("Parts without data are left out") {
  CHECK(readiness({std::nullopt, 0.8, std::nullopt, 0.4})->value == Approx(0.6).margin(1e-6));
  CHECK(readiness({std::nullopt, 0.8, std::nullopt, 0.4})->parts_known == 2);
  CHECK(readiness({0.0, {}, {}, {}})->value == 0);
  CHECK_FALSE(readiness({}));
}

TEST_CASE("The bench is deep, alive and outside, eight are enough") {
  const auto bench = [](const std::vector<ReadinessContact>& contacts) {
    return readiness_parts(contacts, {}).bench;
  };
  CHECK_FALSE(bench({}));
  CHECK(*bench(std::vector(4, contact(1))) == 0.5);
  CHECK(*bench(std::vector(20, contact(1))) == 1);
  std::vector<ReadinessContact> three(3, contact(1));
  three[0].alive = false;
  three[1].external = false;
  three[2].depth = 1;
  CHECK(*bench(three) == 0);
}

TEST_CASE("Balance and free touches of the fifteen strongest") {
  std::vector<ReadinessContact> contacts(20, contact(1));
  for (std::size_t i = 15; i < 20; ++i) contacts[i].strength = 0.5;
  for (std::size_t i = 15; i < 20; ++i) contacts[i].balance = -0.9;
  contacts[0].balance = -0.2;
  contacts[1].balance = -0.21;
  contacts[2].balance.reset();
  contacts[3].days_since_free_touch = 60;
  contacts[4].days_since_free_touch = 61;
  contacts[5].days_since_free_touch.reset();
  const ReadinessParts parts = readiness_parts(contacts, 0.4);
  CHECK(*parts.balanced == Approx(13.0 / 14).margin(1e-6));
  CHECK(*parts.warm == Approx(13.0 / 15).margin(1e-6));
  CHECK(*parts.roles == 0.4);
}

TEST_CASE("People without any strength are not among the strongest") {
  const ReadinessParts parts = readiness_parts(std::vector{contact(0)}, {});
  CHECK_FALSE(parts.balanced);
  CHECK_FALSE(parts.warm);
  CHECK_FALSE(parts.roles);
}

TEST_CASE("The share of deep ties") {
  std::vector<int> depths(100, 1);
  std::fill(depths.begin(), depths.begin() + 12, 3);
  depths.push_back(0);
  CHECK(deep_share(depths) == Share{12, 100});
}
