// How much work something is, without a clock: the same on every machine and at every run.
#pragma once

#include <cstdint>
#include <functional>

namespace goodturn::tests {

/// Steps of `work`: basic blocks run in the counted sources, and for every 16 bytes that were allocated,
/// moved or compared one more.
[[nodiscard]] std::uint64_t steps_of(const std::function<void()>& work);

}  // namespace goodturn::tests
