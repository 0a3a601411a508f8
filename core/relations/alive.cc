#include "core/relations/alive.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace goodturn::relations {

double model_alive(const Recency& recency, const AliveModel& model) {
  if (recency.repeats <= 0) return 1;
  constexpr double largest = 50;
  const double x = recency.repeats;
  const double odds = std::log(model.a / (model.b + x - 1)) +
                      (model.r + x) * std::log((model.alpha + recency.age) / (model.alpha + recency.last));
  return 1 / (1 + std::exp(std::min(odds, largest)));
}

double alive_chance(const Recency& recency, double cadence, const AliveModel& model) {
  if (recency.repeats > 0) return model_alive(recency, model);
  constexpr double half_life = 90;
  return std::exp2(-std::max(0.0, recency.age - cadence) / half_life);
}

double freshness(int elapsed, std::span<const int> gaps) {
  if (gaps.empty()) return 0;
  const double sum = std::accumulate(gaps.begin(), gaps.end(), 0.0);
  return elapsed * static_cast<double>(gaps.size()) / sum;
}

bool calls_for_a_talk(double freshness) {
  constexpr double long_silence = 4;
  return freshness > long_silence;
}

Liveliness liveliness(double alive, double freshness) {
  constexpr double surely = 0.6, hardly = 0.2, stale = 8;
  if (alive < hardly) return Liveliness::quiet;
  return alive >= surely && freshness <= stale ? Liveliness::alive : Liveliness::fading;
}

std::string_view to_string(Liveliness word) {
  switch (word) {
    case Liveliness::alive:
      return "alive";
    case Liveliness::fading:
      return "fading";
    case Liveliness::quiet:
      return "quiet";
  }
  return "";
}

}  // namespace goodturn::relations
