// How much memory this program takes at its highest.
#pragma once

#include <malloc.h>

#include <cstddef>
#include <fstream>
#include <string>

namespace goodturn::tests {

constexpr std::size_t mib = 1u << 20;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
/// What comes on top of a bound: freed memory that a sanitizer keeps (256 MiB), and its notes about what is
/// in use.
constexpr std::size_t kept_by_sanitizer = 400 * mib;
#else
constexpr std::size_t kept_by_sanitizer = 0;
#endif

/// Runs `work` and gives the highest resident memory of this program in the meantime, in bytes (proc(5),
/// clear_refs and VmHWM). What others freed before is given back first.
template <class Work>
std::size_t peak_memory_of(const Work& work) {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";  // resets the mark
  work();
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (std::size_t kib = 0; word == "VmHWM:" && status >> kib) return kib << 10;
  return 0;
}

}  // namespace goodturn::tests
