// Small seeded chance: the same seed gives the same history on every machine.
#pragma once

#include <cstdint>

namespace goodturn::model {

/// SplitMix64 (Steele, Lea, Flood 2014): cheap to start, good enough to choose steps.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  /// 0 … count - 1; count must not be 0.
  std::uint32_t below(std::size_t count) { return static_cast<std::uint32_t>(next() % count); }
  bool permille(std::uint32_t share) { return below(1000) < share; }

 private:
  std::uint64_t state_;
};

}  // namespace goodturn::model
