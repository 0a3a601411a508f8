// Numbers that a run is asked for by its environment.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string_view>

namespace goodturn::model {

/// The value of an environment variable; `otherwise` where it is not set.
[[nodiscard]] inline std::uint64_t number_asked_for(const char* name, std::uint64_t otherwise) {
  const char* given = std::getenv(name);
  return given != nullptr ? std::strtoull(given, nullptr, 10) : otherwise;
}

/// GOODTURN_SEED, which repeats a run; without it one that nobody has seen. It is printed at once behind
/// `run`, so that it is known even where the run does not come to its end.
[[nodiscard]] inline std::uint64_t seed_asked_for(std::string_view run) {
  const std::uint64_t seed = number_asked_for("GOODTURN_SEED", std::random_device{}());
  std::cout << run << ": GOODTURN_SEED=" << seed << std::endl;
  return seed;
}

}  // namespace goodturn::model
