#include "core/relations/layer.h"

#include <algorithm>
#include <array>
#include <functional>

namespace goodturn::relations {
namespace {

constexpr std::array<int, 4> layer_sizes = {5, 15, 50, 150};

/// The strength at a rank (1-based) of a partly ordered list; 0 when fewer have any.
double at_rank(const std::vector<double>& strongest_first, int rank) {
  const auto place = static_cast<std::size_t>(rank);
  return place <= strongest_first.size() ? strongest_first[place - 1] : 0;
}

std::optional<int> cadence_of_layer(int layer) {
  switch (layer) {
    case 5:
      return 7;
    case 15:
      return 30;
    case 50:
      return 180;
    case 150:
      return 365;
    default:
      return std::nullopt;
  }
}

}  // namespace

LayerBounds layer_bounds(std::vector<double> strengths) {
  const auto known = static_cast<std::ptrdiff_t>(std::min<std::size_t>(layer_sizes.back(), strengths.size()));
  std::partial_sort(strengths.begin(), strengths.begin() + known, strengths.end(), std::greater<>());
  strengths.resize(static_cast<std::size_t>(known));
  return {at_rank(strengths, layer_sizes[0]), at_rank(strengths, layer_sizes[1]),
          at_rank(strengths, layer_sizes[2]), at_rank(strengths, layer_sizes[3])};
}

int layer_of(double strength, const LayerBounds& bounds) {
  if (strength <= 0) return 0;
  const std::array<double, 4> least = {bounds.inner, bounds.close, bounds.active, bounds.known};
  for (std::size_t i = 0; i < least.size(); ++i)
    if (strength >= least[i]) return layer_sizes[i];
  return 0;
}

int settled_layer(std::span<const int> looks) {
  constexpr auto farther = [](int a, int b) { return b != 0 && (a == 0 || a > b); };  // 0 is out
  if (looks.empty()) return 0;
  int settled = looks.back();
  for (std::size_t newest = looks.size(); newest-- > 0;) {
    if (looks.size() - newest < layer_hold_steps) continue;
    const auto month = looks.subspan(newest, layer_hold_steps);
    const auto [farthest, nearest] = std::minmax_element(month.begin(), month.end(), farther);
    if (farther(*nearest, settled)) settled = *nearest;
    if (farther(settled, *farthest)) settled = *farthest;
  }
  return settled;
}

std::optional<int> default_cadence(int layer, std::span<const Role> roles) {
  std::optional<int> days = cadence_of_layer(layer);
  for (const Role role : roles) {
    const int floor = floor_days_of(role);
    if (floor > 0) days = std::min(days.value_or(floor), floor);
  }
  return days;
}

}  // namespace goodturn::relations
