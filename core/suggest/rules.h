// All rules as one list.
#pragma once

#include <vector>

#include "core/suggest/offer.h"

namespace goodturn::suggest {

/// Every offer of every rule for one person, in the order of schemas/vocabulary.json; no restraint but
/// "never", snoozed, and what each rule needs. Without `with_keep_in_touch` (cold start) that rule is left
/// out.
[[nodiscard]] std::vector<Offer> offers_of(const View& view, bool with_keep_in_touch);

/// The offer in words, by its rule.
[[nodiscard]] Suggestion write(const View& view, const Offer& offer);

}  // namespace goodturn::suggest
