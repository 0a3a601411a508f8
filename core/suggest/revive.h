// Rule revive: a tie that slept for years and may be worth a call.
#pragma once

#include <optional>

#include "core/suggest/offer.h"

namespace goodturn::suggest {

/// Offered for people the user chose (is_chosen) or trusts whose last contact lies three years back or more
/// (relations/dormant.h). part = trust · novelty: trust 1 for people marked as trusted, else .5, and a tenth
/// more for each level of seniority, at most 1; novelty = 1 − the share of their known contacts that the user
/// is in touch with anyway. How much contact there once was does not count. The period is the last contact
/// day.
[[nodiscard]] std::optional<Offer> offer_revive(const View& view);
[[nodiscard]] Suggestion write_revive(const View& view, const Offer& offer);

}  // namespace goodturn::suggest
