// Random histories over the real sync: nothing is lost, doubled or brought back, and it becomes silent.
// GOODTURN_HISTORIES: how many; GOODTURN_SEED: that of the first one, the others count up from it; without it
// they are histories that nobody has seen.
#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>

#include "tests/model/asked_for.h"
#include "tests/model/model.h"

using namespace goodturn::model;

namespace {

void explain(const History& history) {
  const History shorter = shrunk(history);
  std::string trace;
  const auto wrong = run(shorter, {}, &trace);
  FAIL("GOODTURN_SEED=" << history.seed << " GOODTURN_HISTORIES=1\n"
                        << print(shorter) << trace << wrong.value_or("it does not fail twice"));
}

}  // namespace

TEST_CASE("random histories lose nothing and come to rest") {
  const std::uint64_t seed = seed_asked_for("histories");
  const std::uint64_t count = number_asked_for("GOODTURN_HISTORIES", 200'000);
  const auto start = std::chrono::steady_clock::now();
  for (std::uint64_t number = 0; number < count; ++number) {
    const History history = make_history(seed + number);
    if (run(history)) explain(history);
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  std::cout << count << " histories in " << taken.count() << " s\n";
  CHECK(count > 0);
}
