// All rules as one list.
#pragma once

#include <span>
#include <vector>

#include "core/suggest/introduce.h"
#include "core/suggest/offer.h"

namespace goodturn::suggest {

/// What a person's traits offer: the rules that look at nothing but contact, circle and day, whether they may
/// speak now or not.
[[nodiscard]] std::vector<Offer> lone_offers(const View& view);

/// Every offer of all the other rules for everybody; no restraint but "never", deceased, snoozed and resting
/// people, the rules that are permitted now, and what each rule needs. In no particular order.
[[nodiscard]] std::vector<Placed> offers_of(const Scene& scene, bool is_cold_start);

/// The offer in words, by its rule.
[[nodiscard]] Suggestion write(const View& view, const Offer& offer);

}  // namespace goodturn::suggest
