#include "adapters/system/clock.h"

#include <chrono>

namespace goodturn::system {

Instant SystemClock::now() const {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace goodturn::system
