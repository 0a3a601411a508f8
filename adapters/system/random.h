// Unpredictable bytes from the kernel.
#pragma once

#include "core/ports.h"

namespace goodturn::system {

/// getrandom(2). Thread-safe. Ends the program when the kernel has no random numbers: a predictable
/// token must never be handed out.
class SystemRandom final : public Random {
 public:
  std::string bytes(std::size_t count) override;
};

}  // namespace goodturn::system
