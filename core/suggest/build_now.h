// Rules build-now and warm-contacts: build while there is something to give; in a hard time the warm contacts
// first (features.md row 31).
#pragma once

#include <optional>
#include <vector>

#include "core/network/readiness.h"
#include "core/suggest/introduce.h"

namespace goodturn::suggest {

inline constexpr std::size_t readiness_offers = 5;

/// How ready the circle is for a hard time, from roles, bench, balance and warmth (metrics.md 2.18). nullopt:
/// not enough yet.
[[nodiscard]] std::optional<network::Readiness> readiness_of(const Scene& scene);

/// build-now while readiness is below .5: living contacts of other organisations with whom there were only
/// short contacts, strongest first. warm-contacts in the user's crisis: people of layers 5–15 in touch, none
/// of whom gave much more than they got. At most five offers; part = √s; the period is the last contact day.
[[nodiscard]] std::vector<Placed> offer_readiness(const Scene& scene);
[[nodiscard]] Suggestion write_build_now(const View& view, const Offer& offer);
[[nodiscard]] Suggestion write_warm_contacts(const View& view, const Offer& offer);

}  // namespace goodturn::suggest
