// What would be there if the user needed people tomorrow.
#pragma once

#include <array>

#include "core/network/coverage.h"
#include "core/network/readiness.h"
#include "helper/reports/overview.h"

namespace goodturn::helper {

struct Crisis {
  Figure readiness;
  Figure roles, bench, balanced, warm;  ///< the four parts, each shown
  network::ReadinessAdvice advice = network::ReadinessAdvice::none;
};

/// `coverage`: of the roles the user wants. Source: metrics.md 2.18.
[[nodiscard]] Crisis crisis_of(const Overview& overview, const std::optional<network::Coverage>& coverage);

/// The four parts and their mean in words.
[[nodiscard]] Crisis crisis_words(const network::ReadinessParts& parts, bool in_crisis);

}  // namespace goodturn::helper
