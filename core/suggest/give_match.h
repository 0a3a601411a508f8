// Rule give-match: something the user has that another needs or likes.
#pragma once

#include <vector>

#include "core/suggest/offer.h"

namespace goodturn::suggest {

inline constexpr int article_days = 60;  ///< what was sent to one person is passed on while it is fresh

/// One offer when something the user offers answers a need of the person: part = answered needs of all needs,
/// the period is the first of them. Else one when something the user sent to somebody else lately names an
/// interest of the person (features.md row 53): part = the share of the interests it names, the period is its
/// text. People whom the user never met are included: a gift needs no history.
[[nodiscard]] std::vector<Offer> offer_give_match(const View& view);
[[nodiscard]] Suggestion write_give_match(const View& view, const Offer& offer);

/// Whether a text names a topic as whole words, case-blind: "On incremental compilers." names "compilers".
[[nodiscard]] bool names_topic(std::string_view text, std::string_view topic);

}  // namespace goodturn::suggest
