#include "core/relations/fit_alive.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/relations/nelder_mead.h"

namespace goodturn::relations {
namespace {

/// ln Γ(start + x) − ln Γ(start) for x = 0 … most: sums of logarithms, because std::lgamma writes a global.
std::vector<double> rising_logs(double start, int most) {
  std::vector<double> sums(static_cast<std::size_t>(most) + 1, 0.0);
  for (std::size_t x = 1; x < sums.size(); ++x)
    sums[x] = sums[x - 1] + std::log(start + static_cast<double>(x - 1));
  return sums;
}

double log_of_sum(double left, double right) {
  const double high = std::max(left, right);
  return high + std::log1p(std::exp(std::min(left, right) - high));
}

/// Parameters live as logarithms while they are sought, so they stay positive.
AliveModel model_at(std::span<const double> logs) {
  constexpr double least = 1e-3, most = 1e4;
  const auto value = [&](std::size_t i) { return std::clamp(std::exp(logs[i]), least, most); };
  return {value(0), value(1), value(2), value(3)};
}

}  // namespace

double log_likelihood(std::span<const Recency> ties, const AliveModel& model) {
  int most = 0;
  for (const Recency& tie : ties) most = std::max(most, tie.repeats);
  const std::vector<double> rate = rising_logs(model.r, most), stays = rising_logs(model.b, most),
                            either = rising_logs(model.a + model.b, most);
  double sum = static_cast<double>(ties.size()) * model.r * std::log(model.alpha);
  for (const Recency& tie : ties) {
    const auto x = static_cast<std::size_t>(std::max(0, tie.repeats));
    const double exponent = model.r + static_cast<double>(x);
    const double still_alive = -exponent * std::log(model.alpha + tie.age);
    sum += rate[x] + stays[x] - either[x];
    if (x == 0) {
      sum += still_alive;
      continue;
    }
    const double left = std::log(model.a / (model.b + static_cast<double>(x) - 1)) -
                        exponent * std::log(model.alpha + tie.last);
    sum += log_of_sum(still_alive, left);
  }
  return sum;
}

std::optional<AliveFit> fit_alive_model(std::span<const Recency> ties) {
  if (ties.size() < fit_ties) return std::nullopt;
  constexpr int evaluations = 2000;
  constexpr double step = 0.5;
  const auto count = static_cast<double>(ties.size());
  const Objective objective = [&](std::span<const double> logs) {
    return -log_likelihood(ties, model_at(logs)) / count;
  };
  const AliveModel start;
  const Minimum found =
      minimise(objective, {std::log(start.r), std::log(start.alpha), std::log(start.a), std::log(start.b)},
               step, evaluations);
  return AliveFit{model_at(found.point), -found.value * count, ties.size(), found.converged};
}

}  // namespace goodturn::relations
