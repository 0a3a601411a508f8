// Tie strength and activity: touches that fade with a half-life.
#pragma once

#include <span>

#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/relations/touch.h"

namespace goodturn::relations {

inline constexpr double activity_half_life = 30;   ///< days: "active people"
inline constexpr double strength_half_life = 180;  ///< days: layers and the keep-in-touch score

/// λ of a tie in days: `half_life`, doubled for family and friends, whose ties fade slower.
/// Source: metrics.md 2.8.
[[nodiscard]] double half_life_of(TieKind tie, double half_life);

/// Age of an instant in days, seen from `now`. Up to one day in the future is clock skew: age 0.
/// Negative for what lies further ahead.
[[nodiscard]] double age_in_days(Instant at, Instant now);

/// S(now) = Σ w_i · 2^(−age_i/λ), in recent full-touch equivalents, range [0, ∞). `half_life` is λ in
/// days, > 0. Touches more than a day ahead do not count; no touches give 0. Any order of touches.
/// Source: metrics.md 2.2 (form of Google's Interactions Rank, Roth et al.).
[[nodiscard]] double half_life_sum(std::span<const Touch> touches, Instant now, double half_life);

/// The same sum carried `days` (>= 0) further without new touches: S·2^(−days/λ). So
/// S(t2) = carried(S(t1), t2 − t1, λ) + Σ of the new touches.
[[nodiscard]] double carried(double sum, double days, double half_life);

/// s = S / max S, range [0, 1]; 0 when nobody has any strength.
[[nodiscard]] double normalised(double sum, double strongest);

}  // namespace goodturn::relations
