// Finding the lowest point of a function without derivatives.
#pragma once

#include <functional>
#include <span>
#include <vector>

namespace goodturn::relations {

using Objective = std::function<double(std::span<const double>)>;

struct Minimum {
  std::vector<double> point;
  double value = 0;
  bool converged = false;  ///< false when the evaluations ran out
};

/// Nelder & Mead's simplex (reflection 1, expansion 2, contraction ½, shrink ½), started at `start` (not
/// empty) with edges of length `step` > 0, restarted once at its result. Ends when the values of the simplex
/// differ by less than 1e-10 relatively, or after `evaluations` calls of `objective`, which must be finite.
/// Source: Nelder & Mead, The Computer Journal 7 (1965).
[[nodiscard]] Minimum minimise(const Objective& objective, std::vector<double> start, double step,
                               int evaluations);

}  // namespace goodturn::relations
