// The bars of ranking.md 3.7, points 3 to 5.
#pragma once

#include <string>
#include <vector>

#include "tests/bench/ranking/evaluation.h"

namespace goodturn::bench {

struct Bar {
  std::string set;
  std::string what;
  double measured = 0;
  double low = 0, high = 0;  ///< the measured value has to lie in here, both ends included
  [[nodiscard]] bool is_met() const { return measured >= low && measured <= high; }
};

/// Gap coverage for every set; what was frozen for the development sets by name for those.
[[nodiscard]] std::vector<Bar> bars_of(const Evaluation& evaluation);

}  // namespace goodturn::bench
