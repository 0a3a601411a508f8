// Numbers that a run is asked for by its environment.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string_view>

namespace goodturn::model {

/// The value of an environment variable; `otherwise` where it is not set.
[[nodiscard]] inline std::uint64_t number_asked_for(const char* name, std::uint64_t otherwise) {
  const char* given = std::getenv(name);
  return given != nullptr ? std::strtoull(given, nullptr, 10) : otherwise;
}

/// GOODTURN_SEED; "random" is one that nobody has seen, as the long runs take it. Without it the usual one,
/// whose histories are known to pass: the normal run fails only when a change breaks something.
[[nodiscard]] inline std::uint64_t seed_asked_for() {
  constexpr std::uint64_t usual_seed = 1'000'000;
  const char* given = std::getenv("GOODTURN_SEED");
  if (given == nullptr) return usual_seed;
  return std::string_view(given) == "random" ? std::random_device{}() : std::strtoull(given, nullptr, 10);
}

}  // namespace goodturn::model
