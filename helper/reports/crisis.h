// What would be there if the user needed people tomorrow.
#pragma once

#include <cstddef>
#include <optional>

#include "core/network/readiness.h"
#include "helper/reports/overview.h"

namespace goodturn::helper {

struct Crisis {
  Figure readiness;
  Figure roles, bench, balanced, warm;  ///< the four parts, each shown
  network::ReadinessAdvice advice = network::ReadinessAdvice::none;
};

/// The readiness that the weekly list goes by, too (suggest/build_now.h). Source: metrics.md 2.18.
[[nodiscard]] Crisis crisis_of(const Overview& overview);

/// The four parts and their mean in words; `wanted`: how many roles the user wants filled. nullopt: nothing
/// is known.
[[nodiscard]] Crisis crisis_words(const std::optional<network::Readiness>& state, std::size_t wanted,
                                  bool in_crisis, Language language);

}  // namespace goodturn::helper
