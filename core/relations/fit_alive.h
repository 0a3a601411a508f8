// Fitting the model of living ties to this user's own ties.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "core/relations/alive.h"

namespace goodturn::relations {

inline constexpr std::size_t fit_ties = 50;  ///< fewer ties keep the default parameters

/// Σ ln L of the ties under the model, in nats. Per tie, with whole x >= 0 and 0 <= t_x <= T days:
/// L = B(a,b+x)/B(a,b) · Γ(r+x)α^r/(Γ(r)(α+T)^(r+x)) + [x > 0] · B(a+1,b+x−1)/B(a,b) ·
/// Γ(r+x)α^r/(Γ(r)(α+t_x)^(r+x)). Source: Fader, Hardie & Lee 2005, Marketing Science 24.
[[nodiscard]] double log_likelihood(std::span<const Recency> ties, const AliveModel& model);

struct AliveFit {
  AliveModel model;
  double log_likelihood = 0;
  std::size_t ties = 0;
  bool converged = false;
};

/// The most likely parameters, each within [1e-3, 1e4], by Nelder–Mead from the defaults; never less likely
/// than the defaults. nullopt for fewer than 50 ties: not enough yet. Meant to run about once a month.
/// Source: metrics.md 2.7.
[[nodiscard]] std::optional<AliveFit> fit_alive_model(std::span<const Recency> ties);

}  // namespace goodturn::relations
