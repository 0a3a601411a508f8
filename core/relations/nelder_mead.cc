#include "core/relations/nelder_mead.h"

#include <algorithm>
#include <cmath>

namespace goodturn::relations {
namespace {

struct Corner {
  std::vector<double> point;
  double value = 0;
};

class Simplex {
 public:
  Simplex(const Objective& objective, std::vector<double> start, double step) : objective_(objective) {
    corners_.push_back(measured(start));
    for (std::size_t i = 0; i < start.size(); ++i) {
      std::vector<double> point = start;
      point[i] += step;
      corners_.push_back(measured(std::move(point)));
    }
    sort();
  }

  [[nodiscard]] const Corner& best() const { return corners_.front(); }
  [[nodiscard]] int evaluations() const { return evaluations_; }
  [[nodiscard]] bool is_flat() const {
    constexpr double tolerance = 1e-10;
    const double low = corners_.front().value, high = corners_.back().value;
    return high - low <= tolerance * (std::abs(low) + std::abs(high) + tolerance);
  }

  void step() {
    const std::vector<double> centre = centre_without_worst();
    Corner reflected = towards_worst(centre, -1);
    if (reflected.value < corners_.front().value) {
      Corner expanded = towards_worst(centre, -2);
      corners_.back() = expanded.value < reflected.value ? std::move(expanded) : std::move(reflected);
    } else if (reflected.value < corners_[corners_.size() - 2].value) {
      corners_.back() = std::move(reflected);
    } else {
      const bool outside = reflected.value < corners_.back().value;
      Corner contracted = towards_worst(centre, outside ? -0.5 : 0.5);
      if (contracted.value < std::min(reflected.value, corners_.back().value))
        corners_.back() = std::move(contracted);
      else
        shrink();
    }
    sort();
  }

 private:
  Corner measured(std::vector<double> point) {
    ++evaluations_;
    const double value = objective_(point);
    return {std::move(point), value};
  }

  void sort() {
    std::stable_sort(corners_.begin(), corners_.end(),
                     [](const Corner& left, const Corner& right) { return left.value < right.value; });
  }

  [[nodiscard]] std::vector<double> centre_without_worst() const {
    std::vector<double> centre(corners_.front().point.size(), 0.0);
    for (std::size_t k = 0; k + 1 < corners_.size(); ++k)
      for (std::size_t i = 0; i < centre.size(); ++i) centre[i] += corners_[k].point[i];
    for (double& x : centre) x /= static_cast<double>(centre.size());
    return centre;
  }

  /// centre + factor · (worst − centre).
  Corner towards_worst(const std::vector<double>& centre, double factor) {
    std::vector<double> point = centre;
    for (std::size_t i = 0; i < point.size(); ++i)
      point[i] += factor * (corners_.back().point[i] - centre[i]);
    return measured(std::move(point));
  }

  void shrink() {
    for (std::size_t k = 1; k < corners_.size(); ++k) {
      std::vector<double> point = corners_[k].point;
      for (std::size_t i = 0; i < point.size(); ++i) point[i] = (point[i] + corners_.front().point[i]) / 2;
      corners_[k] = measured(std::move(point));
    }
  }

  const Objective& objective_;
  std::vector<Corner> corners_;
  int evaluations_ = 0;
};

}  // namespace

Minimum minimise(const Objective& objective, std::vector<double> start, double step, int evaluations) {
  Minimum minimum{std::move(start), 0, false};
  // A second simplex at the result of the first gets away from places where the first one collapsed.
  for (int round = 0; round < 2; ++round) {
    Simplex simplex(objective, minimum.point, step);
    while (!simplex.is_flat() && simplex.evaluations() < evaluations / 2) simplex.step();
    minimum = {simplex.best().point, simplex.best().value, simplex.is_flat()};
  }
  return minimum;
}

}  // namespace goodturn::relations
