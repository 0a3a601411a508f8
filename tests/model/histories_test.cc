// Random histories over the real sync: nothing is lost, doubled or brought back, and it becomes silent.
// GOODTURN_HISTORIES: how many; GOODTURN_SEED: that of the first one, the others count up from it; "random"
// for histories that nobody has seen, as the long run has them.
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string_view>

#include "tests/model/model.h"

using namespace goodturn::model;

namespace {

constexpr std::uint64_t usual_seed = 1'000'000;

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
  const char* given = std::getenv(name);
  if (given != nullptr && std::string_view(given) == "random") return std::random_device{}();
  return given != nullptr ? std::strtoull(given, nullptr, 10) : otherwise;
}

void explain(const History& history) {
  const History shorter = shrunk(history);
  std::string trace;
  const auto wrong = run(shorter, {}, &trace);
  FAIL("GOODTURN_SEED=" << history.seed << " GOODTURN_HISTORIES=1\n"
                        << print(shorter) << trace << wrong.value_or("it does not fail twice"));
}

}  // namespace

TEST_CASE("random histories lose nothing and come to rest") {
  const std::uint64_t seed = number_from("GOODTURN_SEED", usual_seed);
  const std::uint64_t count = number_from("GOODTURN_HISTORIES", 200'000);
  std::cout << "histories: GOODTURN_SEED=" << seed << "\n";
  const auto start = std::chrono::steady_clock::now();
  for (std::uint64_t number = 0; number < count; ++number) {
    const History history = make_history(seed + number);
    if (run(history)) explain(history);
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  std::cout << count << " histories in " << taken.count() << " s\n";
  CHECK(count > 0);
}
