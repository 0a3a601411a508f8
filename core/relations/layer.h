// Layers 5 / 15 / 50 / 150 by strength, slow to change, and the cadence that goes with them.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/base/vocabulary.h"

namespace goodturn::relations {

/// Layers are looked at today and on earlier weeks: index k is 7·k days ago.
inline constexpr int layer_step_days = 7;
inline constexpr int layer_steps = 13;  ///< today and twelve weeks back
/// A new layer counts once it was seen on five looks in a row, that is for 28 days (metrics.md 2.3).
inline constexpr int layer_hold_steps = 5;

/// Smallest strength that reaches each layer on one look; rank 1–5 → 5, 6–15 → 15, 16–50 → 50,
/// 51–150 → 150. Equal strengths share the better rank, so names and order do not matter.
struct LayerBounds {
  double inner = 0, close = 0, active = 0, known = 0;
  bool operator==(const LayerBounds&) const = default;
};

/// Bounds from everybody's strengths (any order, may be empty; taken by value because it is reordered).
/// A layer that is not full is open to every strength > 0.
[[nodiscard]] LayerBounds layer_bounds(std::vector<double> strengths);
/// 5, 15, 50, 150, or 0 ("out") for strength 0 or a rank beyond 150.
[[nodiscard]] int layer_of(double strength, const LayerBounds& bounds);

/// The layer after hysteresis: it moves to the nearest of five looks in a row that lie on one side of it, so
/// that more contact moves nobody outwards. `looks`: raw layers, today first, one a week. Empty: 0.
[[nodiscard]] int settled_layer(std::span<const int> looks);

/// Default minimum cadence c0 in days: 7 / 30 / 180 / 365 for the layers, lowered to the floor of a role
/// (mentor, sponsor, challenger 60; ally, sounding board 45). nullopt for layer 0 without such a role:
/// "out" has no cadence. Source: metrics.md 2.3.
[[nodiscard]] std::optional<int> default_cadence(int layer, std::span<const Role> roles);

}  // namespace goodturn::relations
