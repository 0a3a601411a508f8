// The clock of the machine, and one that stands still (`--now`).
#pragma once

#include "core/ports.h"

namespace goodturn::system {

/// Whole seconds of the machine's UTC clock.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
};

/// Always answers the same instant: `goodturn --now TIME`, and tests.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Instant instant) : instant_(instant) {}
  [[nodiscard]] Instant now() const override { return instant_; }

 private:
  Instant instant_;
};

}  // namespace goodturn::system
