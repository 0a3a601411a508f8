// Rule support: somebody has a hard time.
#pragma once

#include <optional>

#include "core/suggest/offer.h"

namespace goodturn::suggest {

inline constexpr int mourning_days = 365;      ///< how long a mark of loss keeps everything else away
inline constexpr int support_again_days = 56;  ///< after a word of support, until the next one is suggested

/// Whether the person mourns: the mark is at most a year old.
[[nodiscard]] bool mourns(const Contact& contact, Day today);

/// Offered while the person mourns and no emotional support was given within eight weeks. part = 1. The
/// period is the mark and how often support was given since.
[[nodiscard]] std::optional<Offer> offer_support(const View& view);
[[nodiscard]] Suggestion write_support(const View& view, const Offer& offer);

}  // namespace goodturn::suggest
