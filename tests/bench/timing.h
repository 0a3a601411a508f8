// How the measurements take their time.
#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace goodturn::bench {

/// Median milliseconds of `rounds` runs, 1 or more.
template <class Work>
double timed(int rounds, Work work) {
  std::vector<double> times;
  for (int round = 0; round < rounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    work();
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
  return times[static_cast<std::size_t>(rounds / 2)];
}

}  // namespace goodturn::bench
