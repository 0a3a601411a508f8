// Rule keep-in-touch: a tie that matters, unusually silent, that will not revive by itself.
#pragma once

#include <optional>

#include "core/suggest/offer.h"

namespace goodturn::suggest {

/// Offered for people the user chose (is_chosen), not out (manual layer 0), without a planned meeting, with
/// a last contact before today, alive or fading, or revived by the user. part = F (ranking.md 3.1). The
/// period is the last contact day and how often this silence was shown.
[[nodiscard]] std::optional<Offer> offer_keep_in_touch(const View& view);
[[nodiscard]] Suggestion write_keep_in_touch(const View& view, const Offer& offer);

}  // namespace goodturn::suggest
