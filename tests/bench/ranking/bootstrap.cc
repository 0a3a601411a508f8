#include "tests/bench/ranking/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "tests/bench/ranking/dice.h"

namespace goodturn::bench {
namespace {

struct Sum {
  Share total;
  void add(const Share& share) {
    total.part += share.part;
    total.whole += share.whole;
  }
  [[nodiscard]] double ratio() const {
    return total.whole > 0 ? total.part / total.whole : std::numeric_limits<double>::quiet_NaN();
  }
};

/// Percentile interval around `value` of what `draw(egos)` gives for `count` egos drawn with replacement.
template <class Draw>
Interval around(double value, std::size_t count, std::uint64_t seed, Draw draw) {
  std::vector<double> drawn;
  Dice dice(seed);
  std::vector<std::size_t> egos(count);
  for (int round = 0; round < bootstrap_rounds && count > 0; ++round) {
    for (std::size_t& ego : egos) ego = dice.roll(count);
    const double ratio = draw(egos);
    if (!std::isnan(ratio)) drawn.push_back(ratio);
  }
  if (drawn.empty()) return {value, value, value};
  std::sort(drawn.begin(), drawn.end());
  const auto at = [&](double q) {
    return drawn[static_cast<std::size_t>(std::lround(q * static_cast<double>(drawn.size() - 1)))];
  };
  return {value, at(0.025), at(0.975)};
}

}  // namespace

Interval interval_of(std::span<const Share> egos, std::uint64_t seed) {
  Sum all;
  for (const Share& ego : egos) all.add(ego);
  return around(all.ratio(), egos.size(), seed, [&](const std::vector<std::size_t>& chosen) {
    Sum sum;
    for (const std::size_t i : chosen) sum.add(egos[i]);
    return sum.ratio();
  });
}

Interval interval_of_difference(std::span<const Share> a, std::span<const Share> b, std::uint64_t seed) {
  Sum all_a, all_b;
  for (const Share& ego : a) all_a.add(ego);
  for (const Share& ego : b) all_b.add(ego);
  return around(all_a.ratio() - all_b.ratio(), a.size(), seed, [&](const std::vector<std::size_t>& chosen) {
    Sum sum_a, sum_b;
    for (const std::size_t i : chosen) {
      sum_a.add(a[i]);
      sum_b.add(b[i]);
    }
    return sum_a.ratio() - sum_b.ratio();
  });
}

}  // namespace goodturn::bench
