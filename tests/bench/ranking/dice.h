// Chance with a seed: the same numbers on every machine, which the standard distributions do not promise.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace goodturn::bench {

/// The generator SplitMix64 (Steele, Lea & Flood 2014). A value; copies go on alike.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  /// A stream of its own for every pair of seed and number.
  Dice(std::uint64_t seed, std::uint64_t number) : state_(Dice(seed ^ Dice(number).next()).next()) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }
  /// In [0, 1).
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  /// 0 … below − 1.
  std::size_t roll(std::size_t below) { return static_cast<std::size_t>(next() % below); }
  /// Exponential with mean 1.
  double exponential() { return -std::log1p(-unit()); }
  /// Normal with mean 0 and deviation 1 (Box & Muller).
  double normal() { return std::sqrt(2 * exponential()) * std::cos(2 * std::numbers::pi * unit()); }

 private:
  std::uint64_t state_;
};

}  // namespace goodturn::bench
