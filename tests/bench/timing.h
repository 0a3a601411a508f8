// How the measurements take their time.
#pragma once

#include <algorithm>
#include <ctime>
#include <vector>

namespace goodturn::bench {

/// Milliseconds that one core worked for this program: what else the machine does in the meantime does not
/// count.
inline double core_ms() {
  timespec spent{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
  return 1e3 * static_cast<double>(spent.tv_sec) + 1e-6 * static_cast<double>(spent.tv_nsec);
}

/// Median milliseconds of one core of `rounds` runs, 1 or more.
template <class Work>
double timed(int rounds, Work work) {
  std::vector<double> times;
  for (int round = 0; round < rounds; ++round) {
    const double start = core_ms();
    work();
    times.push_back(core_ms() - start);
  }
  std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
  return times[static_cast<std::size_t>(rounds / 2)];
}

}  // namespace goodturn::bench
