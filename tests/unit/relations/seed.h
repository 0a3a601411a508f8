// The random source of property tests: GOODTURN_SEED when set, else fresh; always printed.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>

namespace goodturn {

inline std::mt19937_64 seeded() {
  const char* wanted = std::getenv("GOODTURN_SEED");
  const std::uint64_t seed = wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : std::random_device{}();
  std::cout << "GOODTURN_SEED=" << seed << std::endl;
  return std::mt19937_64(seed);
}

}  // namespace goodturn
