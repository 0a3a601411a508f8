// Rules deepen and diversify: something in common, and more to it than short contacts in the own house.
#pragma once

#include <string>
#include <vector>

#include "core/suggest/offer.h"

namespace goodturn::suggest {

inline constexpr int thin_contact_days = 3;  ///< so few contact days make a tie to broaden the circle with

/// What the user and a person both like; `part` 0: nothing.
struct Common {
  double part = 0;   ///< the overlap of interests
  std::string word;  ///< the first shared one, as the user writes it
};
[[nodiscard]] Common common_interests(const Contact& contact, const Circle& circle);

/// deepen: somebody in touch with whom every contact of the last year was short (depth 1), who shares an
/// interest with the user. part = the overlap (features.md row 34).
/// diversify: somebody of another organisation, known from at most three contact days, who shares an
/// interest. part = the overlap. Both at most once a week; the period is the first shared interest.
[[nodiscard]] std::vector<Offer> offer_deepen(const View& view);
[[nodiscard]] Suggestion write_deepen(const View& view, const Offer& offer);
[[nodiscard]] Suggestion write_diversify(const View& view, const Offer& offer);

}  // namespace goodturn::suggest
